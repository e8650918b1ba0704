package org.unlisted.console.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.unlisted.console.config.AppFolder;
import org.unlisted.console.demo.DemoScore;
import org.unlisted.console.demo.Expected;
import org.unlisted.console.demo.MarketServer;
import org.unlisted.console.desk.Papers;
import org.unlisted.console.metrics.SweepMetrics;
import org.unlisted.console.report.SkippedCsv;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole story on samples. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "The whole story on samples: serves a market on this machine, enrols sample people, sweeps, reviews.",
            "Exit code 0 when everything came out as samples/expected.json says."
        })
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--once", description = "a demo reviewer decides all cases, then the program ends")
    private boolean once;

    @Option(names = "--port", paramLabel = "PORT", description = "of the console, without --once; default any free one")
    private int port;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws Exception {
        long start = System.nanoTime();
        AppFolder app = AppFolder.ofLauncher();
        Path folder = DemoFolder.fresh(output.folder("demo"));
        Expected expected = Expected.read(app.samples().resolve("expected.json"));
        try (MarketServer market = MarketServer.start(app.samples().resolve("market"));
                Installation installation = Installation.open(folder);
                View view = View.of(output.json())) {
            view.say("Market of samples at " + market.origin() + ", everything made here goes to " + folder);
            DemoRun demo = new DemoRun(installation, expected, market.origin(), view);
            StoryReport report = new StoryReport(
                    installation, demo.story(), folder.resolve("report.html"), output.language(installation.settings()));
            try (var _ = LastWord.onInterrupt(demo.story(), report)) {
                demo.enrol();
                demo.sweep(app.samples().resolve("plan.yaml"), SkippedCsv.beside(report.file()));
                if (once) demo.review(report::add);
            }
            Optional<DemoScore> score = once ? Optional.of(demo.score()) : Optional.empty();
            report.write(score);
            installation.metrics().write(folder.resolve(SweepMetrics.FILE));
            view.end(new Summary(
                    demo.story(),
                    (System.nanoTime() - start) / 1e9,
                    Optional.of(report.file()),
                    demo.papers().stream().map(Papers::packet).toList(),
                    demo.papers().stream().map(Papers::notice).toList(),
                    score));
            if (!once) new ConsoleUntilInterrupted(installation, port).run();
            return exitCode(demo, score);
        }
    }

    private static int exitCode(DemoRun demo, Optional<DemoScore> score) {
        if (demo.story().failure().isPresent()) return ExitCode.FAILED;
        return score.map(s -> s.asExpected() ? ExitCode.DONE : ExitCode.FAILED).orElse(ExitCode.DONE);
    }
}
