package org.unlisted.crawl.nutch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts while a job of this process runs, for the display only: Nutch keeps its counters to itself. Thread-safe. */
final class FetchMeter {
    private static final Map<String, FetchMeter> METERS = new ConcurrentHashMap<>();

    final AtomicInteger answered = new AtomicInteger();
    final AtomicInteger pages = new AtomicInteger();
    final AtomicInteger pictures = new AtomicInteger();
    final AtomicLong bytes = new AtomicLong();
    /** What was given up or left out, by reason. */
    final Map<String, AtomicInteger> skipped = new ConcurrentHashMap<>();
    /** Addresses of each host that were not asked for yet. */
    final Map<String, AtomicInteger> queues = new ConcurrentHashMap<>();

    private FetchMeter() {}

    static FetchMeter of(String name) {
        return METERS.computeIfAbsent(name, n -> new FetchMeter());
    }

    /** A meter at zero but for its bytes, which go on from round to round. */
    static FetchMeter begin(String name) {
        FetchMeter meter = new FetchMeter();
        FetchMeter before = METERS.put(name, meter);
        if (before != null) meter.bytes.set(before.bytes.get());
        return meter;
    }

    static void forget(String name) {
        METERS.remove(name);
    }

    void skipped(String reason) {
        skipped.computeIfAbsent(reason, _ -> new AtomicInteger()).incrementAndGet();
    }

    void answered(String host, boolean picture) {
        answered.incrementAndGet();
        (picture ? pictures : pages).incrementAndGet();
        AtomicInteger queue = queues.get(host);
        if (queue != null) queue.decrementAndGet();
    }
}
