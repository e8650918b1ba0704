package org.unlisted.crawl.fetch;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Answers by origin, the least recently used of which are forgotten. The first to miss one asks for it, without holding up
 * anybody but those who want the same. Thread-safe.
 */
final class OriginCache {
    /** An answer and how long it is good for. */
    record Entry(RobotsAnswer answer, Instant until) {}

    private final Clock clock;
    private final int most;
    private final LinkedHashMap<String, CompletableFuture<Entry>> entries = new LinkedHashMap<>(16, 0.75f, true);

    OriginCache(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    RobotsAnswer get(String origin, Function<String, Entry> ask) {
        CompletableFuture<Entry> entry;
        boolean missed;
        synchronized (entries) {
            CompletableFuture<Entry> known = entries.get(origin);
            missed = known == null || isOld(known);
            entry = known == null || missed ? new CompletableFuture<>() : known;
            if (missed) entries.put(origin, entry);
            if (entries.size() > most) dropEldest();
        }
        if (missed) fill(origin, entry, ask);
        return entry.join().answer();
    }

    private void fill(String origin, CompletableFuture<Entry> mine, Function<String, Entry> ask) {
        try {
            mine.complete(ask.apply(origin));
        } catch (RuntimeException | Error e) { // whoever waits must not wait for ever
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private boolean isOld(CompletableFuture<Entry> known) {
        if (known.isCompletedExceptionally()) return true;
        return known.isDone() && !known.join().until().isAfter(clock.instant());
    }

    private void dropEldest() {
        Map.Entry<String, CompletableFuture<Entry>> eldest = entries.firstEntry();
        entries.remove(eldest.getKey());
    }
}
