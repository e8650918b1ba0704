package org.unlisted.console.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import org.unlisted.console.config.AppFolder;
import org.unlisted.face.calibrate.CalibrationReport;
import org.unlisted.face.calibrate.CalibrationTable;
import org.unlisted.face.calibrate.Calibrator;
import org.unlisted.face.calibrate.CardTable;
import org.unlisted.face.calibrate.Trial;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the models on labelled pairs: where a threshold comes from. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description = "Measures the models on labelled pairs: thresholds and error rates for a model card.",
        footer = {
            "",
            "The CSV's first line is path_a,path_b,mated; paths are relative to it, mated is 1 or 0. Pictures of one person lie in",
            "one folder: then every picture is compared with every other folder's, and rates down to 1e-5 can be shown.",
            "Numbers leave this command; pictures, crops and vectors do not."
        })
final class CalibrateCommand implements Callable<Integer> {
    @Option(
            names = "--pairs",
            required = true,
            paramLabel = "CSV",
            description = "path_a,path_b,mated; paths beside the file")
    private Path pairs = Path.of("");

    @Option(names = "--mask", paramLabel = "b", description = "paint a mask on the second picture of each pair")
    private Optional<String> mask = Optional.empty();

    @Option(names = "--degrade", paramLabel = "b", description = "shrink and compress the second picture of each pair")
    private Optional<String> degrade = Optional.empty();

    @Option(names = "--card", paramLabel = "FILE", description = "measure all conditions, and write the model card's tables")
    private Optional<Path> card = Optional.empty();

    @Option(names = "--data", paramLabel = "TEXT", description = "which pictures these are, for the card")
    private Optional<String> data = Optional.empty();

    @Option(names = "--json", description = "one JSON line a measurement instead of tables")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        List<Trial> trials = trials();
        if (!Files.isRegularFile(pairs)) throw new UsageException("--pairs: no such file: " + pairs);
        AppFolder app = AppFolder.ofLauncher();
        List<CalibrationReport> reports = new ArrayList<>();
        try (Calibrator calibrator = Calibrator.open(app.modelCards(), app.models())) {
            for (Trial trial : trials) {
                CalibrationReport report = measured(calibrator, trial);
                System.out.println(json ? CalibrationJson.line(report) : CalibrationTable.of(report));
                reports.add(report);
            }
        }
        if (card.isPresent()) {
            String words = data.orElse("the pairs of " + pairs.getFileName());
            Files.writeString(card.get(), CardTable.of(reports, words, LocalDate.now(ZoneId.systemDefault())));
        }
        return ExitCode.DONE;
    }

    private List<Trial> trials() throws UsageException {
        List<String> sides = new ArrayList<>();
        mask.ifPresent(sides::add);
        degrade.ifPresent(sides::add);
        if (!sides.stream().allMatch("b"::equals))
            throw new UsageException("--mask and --degrade: use b, the second picture of each pair");
        if (sides.size() + (card.isPresent() ? 1 : 0) > 1)
            throw new UsageException("--mask, --degrade, --card: use one of them; --card measures all conditions");
        if (card.isPresent()) return List.of(Trial.values());
        if (mask.isPresent()) return List.of(Trial.MASKED);
        return List.of(degrade.isPresent() ? Trial.DEGRADED : Trial.PLAIN);
    }

    private CalibrationReport measured(Calibrator calibrator, Trial trial) throws IOException {
        boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        if (json || !terminal) return calibrator.run(pairs, trial, _ -> { });
        try (ProgressBar bar = new ProgressBar(trial.name().toLowerCase(Locale.ROOT), Calibrator.images(pairs))) {
            return calibrator.run(pairs, trial, bar::stepTo);
        }
    }
}
