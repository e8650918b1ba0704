package org.unlisted.console.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.console.metrics.SweepMetrics;
import org.unlisted.console.metrics.WatchedSweep;
import org.unlisted.console.report.SkippedCsv;
import org.unlisted.console.run.SweepSession;
import org.unlisted.console.run.SweepStory;
import org.unlisted.console.schedule.PlanLock;
import org.unlisted.sweep.protocol.SweepEvent;

/** Runs one sweep for a command, in the user's home, and leaves its report. */
final class OneSweep {
    private static final Logger LOG = LoggerFactory.getLogger(OneSweep.class);

    private final OutputOptions output;
    private final String command;

    OneSweep(OutputOptions output, String command) {
        this.output = output;
        this.command = command;
    }

    /** The exit code. */
    int run(SweepSession.Task task) throws Exception {
        long start = System.nanoTime();
        SweepStory story = new SweepStory();
        boolean reported;
        try (Installation installation = Installation.open();
                View view = View.of(output.json())) {
            Path file = output.folder(command).resolve("report.html");
            StoryReport report =
                    new StoryReport(installation, story, file, output.language(installation.settings()));
            boolean writable = attempt("report", report::makeFolder);
            try (var _ = lock(installation, task);
                    SkippedCsv skipped = new SkippedCsv(_ -> SkippedCsv.beside(file), InstantSource.system());
                    WatchedSweep watched = installation.metrics().watch();
                    var _ = LastWord.onInterrupt(story, report)) {
                Consumer<SweepEvent> shown = view::event;
                installation.sweeps().run(task, story, shown.andThen(skipped).andThen(watched));
            }
            reported = writable && attempt("report", () -> report.write(Optional.empty()));
            if (reported) attempt("metrics", () -> installation.metrics().write(file.resolveSibling(SweepMetrics.FILE)));
            view.end(new Summary(
                    story,
                    (System.nanoTime() - start) / 1e9,
                    reported ? Optional.of(file) : Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty()));
        }
        LOG.info("event=command-done command={} cases={}", command, story.cases().size());
        return reported ? exitCode(story) : ExitCode.SKIPPED;
    }

    /** Two sweeps of one plan would ask its hosts twice as fast as the plan says. */
    private static AutoCloseable lock(Installation installation, SweepSession.Task task)
            throws IOException, UsageException {
        Optional<PlanLock> lock = PlanLock.tryAcquire(installation.home(), task.plan());
        return lock.orElseThrow(
                () -> new UsageException("plan " + task.plan() + " is being swept by another process: wait for its end"));
    }

    private interface Write {
        void run() throws IOException;
    }

    /** Where the report cannot go, the sweep goes on all the same: its cases are in the home. */
    private static boolean attempt(String what, Write write) {
        try {
            write.run();
            return true;
        } catch (IOException e) {
            System.err.println("unlisted: no " + what + ": " + Explanation.of(e));
            return false;
        }
    }

    static int exitCode(SweepStory story) {
        if (story.failure().isPresent()) return ExitCode.FAILED;
        return story.skipped().isEmpty() ? ExitCode.DONE : ExitCode.SKIPPED;
    }
}
