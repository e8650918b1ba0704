package org.unlisted.console.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.unlisted.console.config.AppFolder;
import org.unlisted.console.metrics.WatchedSweep;
import org.unlisted.console.report.SkippedCsv;
import org.unlisted.console.run.SweepSession;
import org.unlisted.console.run.SweepStory;
import org.unlisted.console.schedule.PlannedRun;
import org.unlisted.console.schedule.SweepSchedule;
import org.unlisted.sweep.plan.Plan;
import org.unlisted.sweep.plan.PlanException;
import org.unlisted.sweep.plan.PlanReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Console and schedule, until Ctrl-C. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the cases in a browser and sweeps plans by their schedule, until Ctrl-C.",
            "Plans named once stay on the schedule; a run missed while this was down runs once at start."
        })
final class ServeCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "PLAN", description = "plans to put on the schedule")
    private List<Path> plans = new ArrayList<>();

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", description = "default ${DEFAULT-VALUE}")
    private int port;

    @Override
    public Integer call() throws Exception {
        try (Installation installation = Installation.open();
                SweepSchedule schedule = SweepSchedule.open(
                        installation.home(), installation.database(), plan -> sweep(installation, plan))) {
            TrackersCommand.check(installation.app());
            for (Path plan : plans) schedule.plan(plan.toAbsolutePath(), cron(plan));
            Thread.ofVirtual().name("renew").start(() -> renew(installation));
            schedule.start();
            for (PlannedRun run : schedule.list())
                System.out.println("Plan " + run.plan() + ": next run "
                        + run.next().map(Object::toString).orElse("never"));
            new ConsoleUntilInterrupted(installation, port).run();
        }
        return ExitCode.DONE;
    }

    /** In the background: a sweep that comes first renews what it needs itself. */
    private static void renew(Installation installation) {
        try {
            installation.searchedPeople().renew().unable().forEach(id ->
                    System.out.println(id + " is not looked for: the model has changed and none of the kept photos serves; enrol again"));
        } catch (IOException | RuntimeException e) {
            System.err.println("unlisted: references could not be renewed: " + e.getMessage());
        }
    }

    private static String cron(Path file) throws UsageException, IOException {
        try {
            Plan plan = PlanReader.read(file, System.getenv(), AppFolder.ofLauncher().sources());
            Optional<String> schedule = plan.schedule();
            return schedule.orElseThrow(() -> new UsageException("plan " + file + " has no schedule: add one"));
        } catch (PlanException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static void sweep(Installation installation, Path plan) throws IOException {
        SweepStory story = new SweepStory();
        Path folder = installation.home().directory().resolve("reports");
        try (SkippedCsv skipped = new SkippedCsv(
                        sweep -> SkippedCsv.beside(folder.resolve(sweep + ".html")), InstantSource.system());
                WatchedSweep watched = installation.metrics().watch()) {
            installation
                    .sweeps()
                    .run(SweepSession.Task.plan(plan, Map.copyOf(System.getenv())).whatIsDue(), story, skipped.andThen(watched));
        }
        String sweep = story.started().map(s -> s.sweep()).orElse("failed");
        new StoryReport(
                        installation,
                        story,
                        folder.resolve(sweep + ".html"),
                        installation.settings().locale())
                .write(Optional.empty());
    }
}
