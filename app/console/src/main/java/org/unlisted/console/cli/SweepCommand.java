package org.unlisted.console.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.unlisted.console.config.AppFolder;
import org.unlisted.console.run.SweepSession;
import org.unlisted.sweep.plan.PlanException;
import org.unlisted.sweep.plan.PlanReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sweeps the sources of a plan once. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        description = "Sweeps the sources of a plan: reads offers, looks for the enrolled, opens cases for review.")
final class SweepCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PLAN", description = "the plan, YAML; see samples/plan.yaml")
    private Path plan = Path.of("");

    @Option(
            names = "--cluster",
            paramLabel = "CONF_DIR",
            description = "run the jobs on the Hadoop cluster that this folder's core-site.xml, yarn-site.xml and so on"
                    + " describe")
    private Optional<Path> cluster = Optional.empty();

    @Option(
            names = "--due",
            description = "ask only for pages that are due by their schedule, as `serve` does; without it everything in scope")
    private boolean due;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws Exception {
        try {
            PlanReader.read(plan, System.getenv(), AppFolder.ofLauncher().sources());
        } catch (PlanException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        TrackersCommand.check(AppFolder.ofLauncher());
        if (cluster.isPresent() && !Files.isRegularFile(cluster.get().resolve("core-site.xml")))
            throw new UsageException("no core-site.xml in " + cluster.get() + ": --cluster wants the folder that has it");
        SweepSession.Task all = SweepSession.Task.plan(plan, Map.copyOf(System.getenv()));
        SweepSession.Task here = due ? all.whatIsDue() : all;
        return new OneSweep(output, "sweep").run(cluster.map(here::on).orElse(here));
    }
}
