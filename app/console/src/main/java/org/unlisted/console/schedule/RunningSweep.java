package org.unlisted.console.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one sweep that runs at a time, so that closing the schedule can end it. Quartz would interrupt it as well, but
 * only after waiting for its own thread, and that one waits for a free worker, which the sweep holds. Thread-safe.
 */
final class RunningSweep {
    private final Clock clock;
    private final Map<String, Instant> lastStarts = new HashMap<>();
    private @Nullable Thread thread;
    private boolean closed;

    RunningSweep(Clock clock) {
        this.clock = clock;
    }

    /**
     * Makes the current thread the one that sweeps.
     *
     * @param due when Quartz wanted the run
     * @return why it must not; empty if it may
     */
    synchronized Optional<String> enter(String plan, Instant due) {
        if (closed) return Optional.of("the schedule is closed");
        // A run that was missed and one that was broken off both come up at start: the first of them serves both.
        if (due.isBefore(lastStarts.getOrDefault(plan, Instant.MIN))) return Optional.of("a later run has served it");
        lastStarts.put(plan, clock.instant());
        thread = Thread.currentThread();
        return Optional.empty();
    }

    /** To be called by the thread that entered; an interrupt that came too late is taken back. */
    synchronized void leave() {
        thread = null;
        Thread.interrupted();
    }

    /** Interrupts the sweep and lets no other begin. */
    synchronized void close() {
        closed = true;
        if (thread != null) thread.interrupt();
    }
}
