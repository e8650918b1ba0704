package org.unlisted.crawl.nutch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.unlisted.crawl.capture.ImageHandler;
import org.unlisted.crawl.capture.OfferImage;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.crawl.fetch.FetchPolicy;
import org.unlisted.crawl.scope.Budget;
import org.unlisted.crawl.scope.ScopeRules;
import org.unlisted.crawl.tracker.TrackedListing;

/** A crawl in a process of its own, to be killed. Writes its counts when it reaches its end. */
public final class KillableCrawl {
    static final int SEGMENT = 40;

    private KillableCrawl() {}

    /**
     * @param args where the market is, the crawl's folder, the file for the counts
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        Map<String, Integer> skipped = new TreeMap<>();
        CrawledSource crawled = new CrawlJob(plan(URI.create(args[0])), CrawlPlace.within(folder), listener(skipped), SEGMENT).run();
        List<String> lines = crawled.scan(Lines.class, Map.of(), Map.of(), folder.resolve("attached"), done -> {});
        Files.write(Path.of(args[2]), (crawled.tally() + " " + skipped + " scanned=" + lines.size()).getBytes(UTF_8));
    }

    static CrawlPlan plan(URI market) {
        return new CrawlPlan(
                "market",
                List.of(market),
                new FetchPolicy("Unlisted", "https://unlisted.example/", Duration.ofSeconds(5), 1 << 20, true),
                ScopeRules.ofSeeds(List.of(market)),
                new Budget(4, 10_000, 10_000, 1L << 30, Duration.ofMinutes(30)),
                Recrawl.all(),
                false,
                new Reading(Path.of("../config/lexicon"), Path.of("no-trackers"), Path.of("../config/sites")));
    }

    private static CrawlListener listener(Map<String, Integer> skipped) {
        return new CrawlListener() {
            @Override
            public void progress(String stage, int round, int done, int total) {}

            @Override
            public void offer(OfferListing offer) {}

            @Override
            public void tracked(TrackedListing listing) {}

            @Override
            public void skipped(String item, String reason, String detail) {
                skipped.merge(reason, 1, Integer::sum);
            }
        };
    }

    /** Says which picture it saw. */
    public static final class Lines implements ImageHandler {
        @Override
        public void open(Map<String, String> settings, Map<String, byte[]> keys) {}

        @Override
        public List<String> handle(OfferImage image) {
            return List.of(image.exchange().url().toString());
        }

        @Override
        public void close() {}
    }
}
