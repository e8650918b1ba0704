package org.unlisted.crawl.nutch;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells how a fetch goes on, from its meter. Used by one thread. */
final class Gauges {
    private static final long EVERY_NANOS = 1_000_000_000;
    private static final int HOSTS = 10;

    private final String source;
    private final CrawlState.Round round;
    private final FetchMeter meter;
    private final CrawlListener listener;
    private long toldAt = System.nanoTime();
    private int pages;
    private int pictures;

    Gauges(String source, CrawlState.Round round, FetchMeter meter, CrawlListener listener) {
        this.source = source;
        this.round = round;
        this.meter = meter;
        this.listener = listener;
    }

    void tell() {
        int done = Math.min(meter.answered.get(), round.size());
        listener.progress("fetch", round.number(), done, round.size());
        if (System.nanoTime() - toldAt >= EVERY_NANOS) gauge(done);
    }

    /** The last of this round, however soon after the one before. */
    void end() {
        gauge(Math.min(meter.answered.get(), round.size()));
    }

    private void gauge(int done) {
        long now = System.nanoTime();
        double seconds = Math.max(now - toldAt, 1) / 1e9;
        int pagesNow = meter.pages.get();
        int picturesNow = meter.pictures.get();
        listener.gauge(new CrawlGauge(
                source,
                round.number(),
                done,
                round.size(),
                (pagesNow - pages) / seconds,
                (picturesNow - pictures) / seconds,
                meter.bytes.get(),
                queues(),
                skipped()));
        toldAt = now;
        pages = pagesNow;
        pictures = picturesNow;
    }

    private Map<String, Integer> skipped() {
        Map<String, Integer> counts = new HashMap<>();
        meter.skipped.forEach((reason, count) -> counts.put(reason, count.get()));
        return counts;
    }

    private Map<String, Integer> queues() {
        Map<String, Integer> longest = new LinkedHashMap<>();
        meter.queues.entrySet().stream()
                .map(e -> Map.entry(e.getKey(), e.getValue().get()))
                .filter(e -> e.getValue() > 0)
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue()))
                .limit(HOSTS)
                .forEach(e -> longest.put(e.getKey(), e.getValue()));
        return longest;
    }
}
