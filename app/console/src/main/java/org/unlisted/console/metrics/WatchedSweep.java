package org.unlisted.console.metrics;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.unlisted.sweep.protocol.SweepEvent;

/** Adds the events of one sweep to the metrics. One thread at a time. */
public final class WatchedSweep implements Consumer<SweepEvent>, AutoCloseable {
    private final SweepMetrics metrics;
    private final Map<String, Long> bytes = new HashMap<>();
    private State state = State.WAITING;

    private enum State {
        WAITING,
        RUNNING,
        ENDED
    }

    enum Outcome {
        DONE,
        FAILED,
        /** The sweep's own end was never heard. */
        ABANDONED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    WatchedSweep(SweepMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void accept(SweepEvent event) {
        switch (event) {
            case SweepEvent.Started _ -> {
                if (state == State.WAITING) metrics.started();
                state = State.RUNNING;
            }
            case SweepEvent.Gauge now -> {
                metrics.fetching(this, now);
                more(now.source(), now.bytes());
            }
            case SweepEvent.SourceRead read -> {
                metrics.pages(read.source()).increment(read.pages());
                metrics.read(this, read.source());
            }
            case SweepEvent.OfferSeen _ -> metrics.offers().increment();
            case SweepEvent.SightingSeen _ -> metrics.candidates().increment();
            case SweepEvent.Skipped skipped -> metrics.skipped(skipped.reason()).increment();
            case SweepEvent.Done done -> {
                metrics.images().increment(done.images());
                end(Outcome.DONE);
            }
            case SweepEvent.Failed _ -> end(Outcome.FAILED);
            case SweepEvent.Progress _, SweepEvent.Scanning _, SweepEvent.WorkerDied _, SweepEvent.Tracked _,
                    SweepEvent.ContactsSeen _ -> {}
        }
    }

    /** A gauge tells all bytes of a source so far; less than before means that it was begun anew. */
    private void more(String source, long soFar) {
        long before = bytes.getOrDefault(source, 0L);
        metrics.bytes(source).increment((double) (soFar < before ? soFar : soFar - before));
        bytes.put(source, soFar);
    }

    private void end(Outcome outcome) {
        if (state == State.ENDED) return;
        if (state == State.RUNNING) metrics.ended(this);
        metrics.sweeps(outcome).increment();
        state = State.ENDED;
    }

    /** A sweep that has not said how it ended counts as abandoned; one that never began does not count. */
    @Override
    public void close() {
        if (state == State.RUNNING) end(Outcome.ABANDONED);
    }
}
