package org.unlisted.crawl.nutch;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.unlisted.crawl.fetch.FetchPolicy;

/**
 * One web source to crawl. Its scope is the origins (scheme, host, port) of its seeds; pictures of offers may lie
 * elsewhere.
 *
 * @param rounds    link hops from the seeds, 1 to 20; pictures of the last round's offers get one round more
 * @param maxPages  fetched at most
 * @param maxImages fetched at most; 0 where nobody is enrolled: then no picture is asked for
 * @param delay     between two requests to a host
 * @param lexicon   folder of the offer reader's word lists
 * @param trackers  folder of the trackers; need not be there
 * @param sites     folder of the site profiles; need not exist
 */
public record CrawlPlan(
        String source,
        List<URI> seeds,
        FetchPolicy policy,
        int rounds,
        int maxPages,
        int maxImages,
        Duration delay,
        Path lexicon,
        Path trackers,
        Path sites) {

    public CrawlPlan {
        requireNonNull(source, "source");
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty()) throw new IllegalArgumentException("source " + source + " has no seeds");
        requireNonNull(policy, "policy");
        if (rounds < 1 || rounds > 20) throw new IllegalArgumentException("rounds outside 1 to 20: " + rounds);
        if (maxPages < 1) throw new IllegalArgumentException("maxPages below 1: " + maxPages);
        if (maxImages < 0) throw new IllegalArgumentException("maxImages below 0: " + maxImages);
        if (delay.isNegative()) throw new IllegalArgumentException("negative delay: " + delay);
        requireNonNull(lexicon, "lexicon");
        requireNonNull(trackers, "trackers");
        requireNonNull(sites, "sites");
    }
}
