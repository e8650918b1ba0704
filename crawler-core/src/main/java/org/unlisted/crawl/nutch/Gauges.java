package org.unlisted.crawl.nutch;

import java.util.Comparator;
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
        long now = System.nanoTime();
        if (now - toldAt < EVERY_NANOS && done < round.size()) return;
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
                Map.of()));
        toldAt = now;
        pages = pagesNow;
        pictures = picturesNow;
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
