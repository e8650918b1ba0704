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

/** What a crawl fetched, until {@link #forget}. */
public final class CrawledSource {
    private final CrawlPlan plan;
    private final CrawlPlace place;
    private final Configuration conf;
    private final CrawlFolder folder;
    private final List<Segment> segments;
    private final CrawlTally tally;

    CrawledSource(
            CrawlPlan plan,
            CrawlPlace place,
            Configuration conf,
            CrawlFolder folder,
            List<Segment> segments,
            CrawlTally tally) {
        this.plan = plan;
        this.place = place;
        this.conf = conf;
        this.folder = folder;
        this.segments = List.copyOf(segments);
        this.tally = tally;
    }

    public CrawlTally tally() {
        return tally;
    }

    /** Whether there was nothing to ask for: by the schedule, or because the source had refused and is left alone. */
    public boolean nothingDue() {
        return segments.isEmpty();
    }

    /** The page as it was fetched. */
    public Optional<Exchange> page(URI url) throws IOException {
        for (Segment segment : segments) {
            Optional<Content> content = segment.content(url.toString());
            if (content.isPresent() && !CaptureFiles.isPicture(content.get()))
                return Optional.of(StoredExchange.read(content.get(), conf));
        }
        return Optional.empty();
    }

    /**
     * Hands every picture of an offer to a handler, in a map-reduce job. Then their captures are deleted. Where that was
     * done by a process that was killed afterwards, only the lines are read.
     *
     * @param settings    for the handler
     * @param keys        secrets for the handler
     * @param attachments folder of this machine for what the handler writes into its own
     * @param progress    told how many pictures were handled so far
     * @return the handler's lines
     */
    public List<String> scan(
            Class<? extends ImageHandler> handler,
            Map<String, String> settings,
            Map<String, byte[]> keys,
            Path attachments,
            IntConsumer progress)
            throws IOException {
        CaptureScan scan = new CaptureScan(plan.source(), conf, place, folder);
        return scan.run(segments, handler, settings, keys, attachments, progress);
    }

    /** Deletes all but what the next pass needs: the crawl database and the captures of pages. */
    public void forget() throws IOException {
        folder.clearPass();
    }
}
