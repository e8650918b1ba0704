package org.unlisted.crawl.nutch;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a fetch is doing at one moment.
 *
 * @param source          id of the plan's source
 * @param round           of the crawl, from 1
 * @param done            addresses of this round answered or given up so far
 * @param total           addresses of this round, as far as known
 * @param pagesPerSecond  over the last seconds
 * @param imagesPerSecond over the last seconds
 * @param bytes           of bodies fetched from this source so far, in all its rounds
 * @param queues          addresses waiting by host, longest first; only the {@value #HOSTS} longest are kept, whatever is given
 * @param skipped         addresses that were left out so far in this round, by reason; those of earlier rounds were told
 */
public record CrawlGauge(
        String source,
        int round,
        int done,
        int total,
        double pagesPerSecond,
        double imagesPerSecond,
        long bytes,
        Map<String, Integer> queues,
        Map<String, Integer> skipped) {

    /** A crawl may wait for thousands of hosts; nobody reads more names than this in a line. */
    public static final int HOSTS = 10;

    public CrawlGauge {
        requireNonNull(source, "source");
        if (round < 1) throw new IllegalArgumentException("round below 1: " + round);
        if (done < 0 || total < 0) throw new IllegalArgumentException("counts below 0: " + done + " of " + total);
        if (!(rate(pagesPerSecond) && rate(imagesPerSecond)))
            throw new IllegalArgumentException("no rates: " + pagesPerSecond + ", " + imagesPerSecond);
        if (bytes < 0) throw new IllegalArgumentException("bytes below 0: " + bytes);
        queues = longest(queues);
        skipped = Map.copyOf(skipped);
    }

    private static boolean rate(double perSecond) {
        return perSecond >= 0 && Double.isFinite(perSecond);
    }

    private static Map<String, Integer> longest(Map<String, Integer> queues) {
        Map<String, Integer> kept = new LinkedHashMap<>();
        queues.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(HOSTS)
                .forEach(queue -> kept.put(queue.getKey(), queue.getValue()));
        return Collections.unmodifiableMap(kept);
    }
}
