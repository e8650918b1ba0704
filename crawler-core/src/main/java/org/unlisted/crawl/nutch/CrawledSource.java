package org.unlisted.crawl.nutch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.nutch.protocol.Content;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.capture.ImageHandler;

/** What a crawl fetched, as long as its work folder stands. */
public final class CrawledSource {
    private final String source;
    private final Configuration conf;
    private final Path work;
    private final List<Segment> segments;
    private final CrawlTally tally;

    CrawledSource(String source, Configuration conf, Path work, List<Segment> segments, CrawlTally tally) {
        this.source = source;
        this.conf = conf;
        this.work = work;
        this.segments = List.copyOf(segments);
        this.tally = tally;
    }

    public CrawlTally tally() {
        return tally;
    }

    /** The page as it was fetched. */
    public Optional<Exchange> page(URI url) throws IOException {
        for (Segment segment : segments) {
            Optional<Content> content = segment.content(url.toString());
            if (content.isPresent()) return Optional.of(StoredExchange.read(content.get()));
        }
        return Optional.empty();
    }

    /**
     * Hands every picture of an offer to a handler, in a map-reduce job.
     *
     * @param settings for the handler
     * @param keys     secrets for the handler
     * @param progress told how many pictures were handled so far
     * @return the handler's lines
     */
    public List<String> scan(
            Class<? extends ImageHandler> handler,
            Map<String, String> settings,
            Map<String, byte[]> keys,
            IntConsumer progress)
            throws IOException {
        return new CaptureScan(source, conf, work.resolve("scan")).run(segments, handler, settings, keys, progress);
    }
}
