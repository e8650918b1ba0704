package org.unlisted.console.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.unlisted.sweep.protocol.SweepEvent;

/**
 * All that a report of a bundle's scan tells: counts and case numbers. Who is in a picture it cannot tell.
 *
 * @param cases       numbers
 * @param died        processes that ended in the middle of their work
 * @param skippedFile what was left out as CSV, relative to the report; absent where it could not be written
 * @param failure     why the scan ended early
 * @param version     of this program
 * @param generatedAt end of the scan
 */
public record ScanReport(
        SweepEvent.Started started,
        SweepEvent.Done done,
        List<String> cases,
        List<SweepEvent.WorkerDied> died,
        List<SweepEvent.Skipped> skipped,
        Optional<String> skippedFile,
        Optional<String> failure,
        String version,
        Instant generatedAt) {

    public ScanReport {
        requireNonNull(started, "started");
        requireNonNull(done, "done");
        cases = List.copyOf(cases);
        died = List.copyOf(died);
        skipped = List.copyOf(skipped);
        requireNonNull(skippedFile, "skippedFile");
        requireNonNull(failure, "failure");
        requireNonNull(version, "version");
        requireNonNull(generatedAt, "generatedAt");
    }
}
