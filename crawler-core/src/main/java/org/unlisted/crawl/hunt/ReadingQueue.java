package org.unlisted.crawl.hunt;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Reads pages on every core and hands the readings over in the order in which the pages came. No more than so many bytes
 * of pages are in work, so that memory has a bound; a page of more is read alone.
 */
final class ReadingQueue implements AutoCloseable {
    private static final long MOST_BYTES = 2 << 20;
    private static final int PAGES_A_CORE = 8;

    private record Job(Future<PageReading> reading, long bytes) {}

    private final HuntRules rules;
    private final Consumer<PageReading> readings;
    private final int most;
    private final ExecutorService workers;
    private final Queue<Job> jobs = new ArrayDeque<>();
    private long bytes;

    ReadingQueue(HuntRules rules, Consumer<PageReading> readings) {
        int cores = Runtime.getRuntime().availableProcessors();
        this.rules = rules;
        this.readings = readings;
        this.most = cores * PAGES_A_CORE;
        this.workers = Executors.newFixedThreadPool(
                cores, Thread.ofPlatform().daemon().name("hunt-", 1).factory());
    }

    /** Waits until there is room. */
    void add(CapturedPage page) {
        long size = page.body().length;
        while (!jobs.isEmpty() && (bytes + size > MOST_BYTES || jobs.size() >= most)) hand();
        jobs.add(new Job(workers.submit(() -> PageReading.of(page, rules)), size));
        bytes += size;
    }

    /** Waits for all of them. */
    void finish() {
        while (!jobs.isEmpty()) hand();
    }

    private void hand() {
        Job job = jobs.remove();
        bytes -= job.bytes();
        try {
            readings.accept(job.reading().get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading a page failed", e.getCause()); // an Error: nothing to go on with
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading pages", e);
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
