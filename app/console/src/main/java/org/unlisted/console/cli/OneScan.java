package org.unlisted.console.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.console.metrics.SweepMetrics;
import org.unlisted.console.metrics.WatchedSweep;
import org.unlisted.console.report.ReportWriter;
import org.unlisted.console.report.ScanReport;
import org.unlisted.console.report.SkippedCsv;
import org.unlisted.console.run.ScanTask;
import org.unlisted.console.run.SweepStory;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.sweep.scan.ScanOutcome;

/** Runs one scan for a command, in the user's home, and leaves its report. */
final class OneScan {
    private static final Logger LOG = LoggerFactory.getLogger(OneScan.class);

    /** For one reason, in the report; the table beside it has all. */
    private static final int NAMED = 500;

    private final OutputOptions output;
    private final Map<String, Integer> leftOut = new HashMap<>();
    private final SweepStory story = new SweepStory();
    private final List<SweepEvent.WorkerDied> died = new ArrayList<>();
    private boolean reported;

    OneScan(OutputOptions output) {
        this.output = output;
    }

    /** What came in the way, if the bundle has too few pictures; then there is no report. */
    Optional<ScanOutcome.TooFew> run(ScanTask task) throws Exception {
        long start = System.nanoTime();
        Path file = output.folder("scan").resolve("report.html");
        try (Installation installation = Installation.open();
                View view = View.of(output.json())) {
            ScanOutcome outcome;
            try (SkippedCsv skipped = new SkippedCsv(_ -> SkippedCsv.beside(file), InstantSource.system());
                    WatchedSweep watched = installation.metrics().watch();
                    var _ = LastWord.onInterrupt(() -> word(installation, file))) {
                Consumer<SweepEvent> shown = view::event;
                outcome = installation.scans().run(task, shown.andThen(this::told).andThen(skipped).andThen(watched));
            }
            switch (outcome) {
                case ScanOutcome.TooFew few -> {
                    return Optional.of(few);
                }
                case ScanOutcome.Done(SweepEvent.Done counts, var numbers) -> {
                    List<String> cases = numbers.stream().sorted().toList();
                    reported = attempt("report", () -> report(installation, file, cases, Optional.empty()));
                    if (reported) attempt("metrics", () -> installation.metrics().write(file.resolveSibling(SweepMetrics.FILE)));
                    Optional<Path> written = reported ? Optional.of(file) : Optional.empty();
                    view.end(new ScanSummary(counts, cases, died.size(), (System.nanoTime() - start) / 1e9, written));
                    LOG.info("event=command-done command=scan cases={}", cases.size());
                }
            }
        }
        return Optional.empty();
    }

    int exitCode() {
        return reported && story.skipped().isEmpty() ? ExitCode.DONE : ExitCode.SKIPPED;
    }

    private synchronized void told(SweepEvent event) {
        if (event instanceof SweepEvent.WorkerDied d) died.add(d);
        if (event instanceof SweepEvent.Skipped s && leftOut.merge(s.reason(), 1, Integer::sum) > NAMED) return;
        story.add(event);
    }

    private synchronized void report(
            Installation installation, Path file, List<String> cases, Optional<String> failure) throws IOException {
        Files.createDirectories(requireNonNull(file.getParent(), "a report lies in a folder"));
        Path skipped = SkippedCsv.beside(file);
        new ReportWriter(output.language(installation.settings()))
                .write(
                        new ScanReport(
                                story.started().orElse(new SweepEvent.Started("-", "-", 0, 0, 0)),
                                story.counts(),
                                cases,
                                died,
                                story.skipped(),
                                Optional.of(skipped).filter(Files::exists).map(f -> String.valueOf(f.getFileName())),
                                failure,
                                Installation.VERSION,
                                Instant.now()),
                        file);
    }

    private String word(Installation installation, Path file) throws IOException {
        report(installation, file, List.of(), Optional.of("ended early, by Ctrl-C"));
        return "the same command goes on where it stopped; what was left out so far is in " + file;
    }

    private interface Write {
        void run() throws IOException;
    }

    /** Where the report cannot go, its cases are in the home all the same. */
    private static boolean attempt(String what, Write write) {
        try {
            write.run();
            return true;
        } catch (IOException e) {
            System.err.println("unlisted: no " + what + ": " + Explanation.of(e));
            return false;
        }
    }
}
