package org.unlisted.console.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.unlisted.console.demo.DemoScore;
import org.unlisted.sweep.protocol.SweepEvent;

/**
 * All that a report of one sweep tells.
 *
 * @param offers      listings that sell faces or IDs, as found
 * @param cases       of this sweep, after review
 * @param tracked     listings that trackers hit
 * @param skipped     what was left out
 * @param skippedFile the same as CSV, relative to the report; absent where it could not be written
 * @param score       against {@code samples/expected.json}, for the demo
 * @param failure     why the sweep ended early; the rest of the report still holds
 * @param version     of this program
 * @param generatedAt end of the sweep
 */
public record Report(
        SweepEvent.Started started,
        SweepEvent.Done done,
        List<SweepEvent.OfferSeen> offers,
        List<ReportCase> cases,
        List<SweepEvent.Tracked> tracked,
        List<SweepEvent.Skipped> skipped,
        Optional<String> skippedFile,
        Optional<DemoScore> score,
        Optional<String> failure,
        String version,
        Instant generatedAt) {

    public Report {
        requireNonNull(started, "started");
        requireNonNull(done, "done");
        offers = List.copyOf(offers);
        cases = List.copyOf(cases);
        tracked = List.copyOf(tracked);
        skipped = List.copyOf(skipped);
        requireNonNull(skippedFile, "skippedFile");
        requireNonNull(score, "score");
        requireNonNull(failure, "failure");
        requireNonNull(version, "version");
        requireNonNull(generatedAt, "generatedAt");
    }
}
