package org.unlisted.crawl.nutch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts answers while a fetch job of this process runs, for the progress bar only: Nutch keeps its counters to itself. */
final class FetchMeter {
    private static final Map<String, AtomicInteger> METERS = new ConcurrentHashMap<>();

    private FetchMeter() {}

    static AtomicInteger of(String name) {
        return METERS.computeIfAbsent(name, n -> new AtomicInteger());
    }

    static void forget(String name) {
        METERS.remove(name);
    }
}
