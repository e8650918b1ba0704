package org.unlisted.crawl.nutch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Reducer;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.security.Credentials;
import org.apache.nutch.protocol.Content;
import org.jspecify.annotations.Nullable;
import org.unlisted.crawl.capture.ImageHandler;
import org.unlisted.crawl.capture.OfferImage;
import org.unlisted.crawl.capture.OfferListing;
import tools.jackson.databind.json.JsonMapper;

/** Brings a picture and its offers together and hands them over. A picture without an offer is never looked at. */
public final class PictureReducer extends Reducer<Text, ScanItem, Text, NullWritable> {
    private static final JsonMapper JSON = JsonMapper.shared();
    private @Nullable ImageHandler handler;
    private String meter = "";

    @Override
    protected void setup(Context context) throws IOException {
        Configuration conf = context.getConfiguration();
        meter = conf.get(CaptureScan.METER, "");
        Map<String, String> settings = new HashMap<>();
        conf.getPropsWithPrefix(CaptureScan.SETTING).forEach(settings::put);
        Map<String, byte[]> keys = new HashMap<>();
        Credentials credentials = context.getCredentials();
        for (String name : conf.getTrimmedStringCollection(CaptureScan.KEY_NAMES))
            keys.put(name, requireNonNull(credentials.getSecretKey(new Text(name)), name));
        Class<? extends ImageHandler> type =
                conf.getClass(CaptureScan.HANDLER, null, ImageHandler.class).asSubclass(ImageHandler.class);
        try {
            handler = type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IOException("cannot make " + type.getName(), e);
        }
        handler.open(settings, keys);
    }

    @Override
    protected void reduce(Text url, Iterable<ScanItem> items, Context context)
            throws IOException, InterruptedException {
        List<OfferListing> offers = new ArrayList<>();
        @Nullable Content picture = null;
        for (ScanItem item : items) {
            if (item.get() instanceof Content content) picture = content;
            else offers.add(JSON.readValue(item.get().toString(), OfferListing.class));
        }
        if (picture == null || offers.isEmpty()) return;
        for (String line : requireNonNull(handler).handle(new OfferImage(StoredExchange.read(picture, context.getConfiguration()), offers)))
            context.write(new Text(line), NullWritable.get());
        FetchMeter.of(meter).answered.incrementAndGet();
    }

    @Override
    protected void cleanup(Context context) throws IOException, InterruptedException {
        if (handler != null) handler.close();
        String attached = context.getConfiguration().get(CaptureScan.ATTACHMENTS);
        if (attached != null && Files.isDirectory(Path.of(attached))) attach(Path.of(attached), context);
    }

    /** Into the task's own output: it appears with it, or not at all. */
    private static void attach(Path folder, Context context) throws IOException, InterruptedException {
        org.apache.hadoop.fs.Path target =
                new org.apache.hadoop.fs.Path(FileOutputFormat.getWorkOutputPath(context), folder.getFileName().toString());
        FileSystem fs = target.getFileSystem(context.getConfiguration());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files)
                fs.copyFromLocalFile(
                        new org.apache.hadoop.fs.Path(file.toUri()),
                        new org.apache.hadoop.fs.Path(target, file.getFileName().toString()));
        }
    }
}
