package org.unlisted.crawl.nutch;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Reports a few times a second while something blocks. No report comes after {@link #close} returned. */
final class Ticker implements AutoCloseable {
    private static final long MILLIS = 300;
    private final ScheduledExecutorService clock;
    private final Runnable report;

    private Ticker(ScheduledExecutorService clock, Runnable report) {
        this.clock = clock;
        this.report = report;
    }

    static Ticker start(Runnable report) {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("progress").factory());
        var _ = clock.scheduleAtFixedRate(report, 0, MILLIS, TimeUnit.MILLISECONDS);
        return new Ticker(clock, report);
    }

    @Override
    public void close() {
        clock.close(); // waits for a report under way
        report.run();
    }
}
