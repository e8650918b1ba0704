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
    /** Addresses of each host that were not asked for yet. */
    final Map<String, AtomicInteger> queues = new ConcurrentHashMap<>();

    private FetchMeter() {}

    static FetchMeter of(String name) {
        return METERS.computeIfAbsent(name, n -> new FetchMeter());
    }

    /** A meter at zero. */
    static FetchMeter begin(String name) {
        FetchMeter meter = new FetchMeter();
        METERS.put(name, meter);
        return meter;
    }

    static void forget(String name) {
        METERS.remove(name);
    }

    void answered(String host, boolean picture) {
        answered.incrementAndGet();
        (picture ? pictures : pages).incrementAndGet();
        AtomicInteger queue = queues.get(host);
        if (queue != null) queue.decrementAndGet();
    }
}
