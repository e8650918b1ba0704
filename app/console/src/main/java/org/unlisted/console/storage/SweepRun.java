package org.unlisted.console.storage;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.unlisted.sweep.protocol.SweepEvent;

/**
 * What is known of one sweep.
 *
 * @param plan    the plan file; an empty path for a handed-in bundle of a former version
 * @param ending  when and how it ended; absent while it runs, and for ever if the console died before it
 * @param skipped what it left out
 */
public record SweepRun(
        String id, Path plan, Instant startedAt, Optional<Ending> ending, List<SweepEvent.Skipped> skipped) {

    public SweepRun {
        if (!id.matches("[a-z0-9-]{1,64}")) throw new IllegalArgumentException("not a sweep id: " + id);
        requireNonNull(plan, "plan");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(ending, "ending");
        skipped = List.copyOf(skipped);
    }

    /**
     * @param outcome {@link SweepEvent.Done} or {@link SweepEvent.Failed}
     */
    public record Ending(Instant at, SweepEvent outcome) {
        public Ending {
            requireNonNull(at, "at");
            switch (outcome) {
                case SweepEvent.Done _, SweepEvent.Failed _ -> {}
                case SweepEvent.Started _, SweepEvent.Progress _, SweepEvent.Gauge _, SweepEvent.Scanning _,
                        SweepEvent.WorkerDied _, SweepEvent.SourceRead _,
                        SweepEvent.OfferSeen _, SweepEvent.ContactsSeen _,
                        SweepEvent.Tracked _, SweepEvent.SightingSeen _, SweepEvent.Skipped _ ->
                    throw new IllegalArgumentException(
                            "a sweep does not end with " + outcome.getClass().getSimpleName());
            }
        }
    }
}
