package org.unlisted.cluster.probe;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.io.BytesWritable;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;
import org.jspecify.annotations.Nullable;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.capture.OfferImage;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.sweep.match.FaceImageHandler;

/** Hands each picture to the face handler, opened with settings from the configuration and keys from the credentials. */
public final class FaceReducer extends Reducer<Text, BytesWritable, Text, NullWritable> {
    static final String SETTING = "probe.setting.";
    static final List<String> KEYS = List.of("snapshot-key", "evidence-key", "contact-key");

    private @Nullable FaceImageHandler handler;

    @Override
    protected void setup(Context context) throws IOException {
        Map<String, byte[]> keys = new HashMap<>();
        for (String name : KEYS)
            keys.put(name, requireNonNull(context.getCredentials().getSecretKey(new Text(name)), name));
        handler = new FaceImageHandler();
        handler.open(context.getConfiguration().getPropsWithPrefix(SETTING), keys);
    }

    @Override
    protected void reduce(Text name, Iterable<BytesWritable> pictures, Context context)
            throws IOException, InterruptedException {
        for (BytesWritable picture : pictures)
            for (String line : look(requireNonNull(handler), name.toString(), picture.copyBytes()))
                context.write(new Text(line), NullWritable.get());
    }

    static List<String> look(FaceImageHandler handler, String name, byte[] picture) throws IOException {
        Exchange exchange = new Exchange(
                URI.create("http://127.0.0.1/" + name), Instant.EPOCH, 200, List.of(), List.of(), Optional.empty(),
                false, picture);
        return handler.handle(new OfferImage(exchange, List.of(OfferListing.handedIn("samples"))));
    }

    @Override
    protected void cleanup(Context context) {
        requireNonNull(handler).close();
    }
}
