package org.unlisted.console.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.unlisted.console.config.AppFolder;
import org.unlisted.face.calibrate.Calibrator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the models on labelled pairs: where a threshold comes from. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        description = "Measures the models on labelled pairs: thresholds and error rates for a model card.")
final class CalibrateCommand implements Callable<Integer> {
    @Option(
            names = "--pairs",
            required = true,
            paramLabel = "CSV",
            description = "path_a,path_b,mated; paths beside the file")
    private Path pairs = Path.of("");

    @Override
    public Integer call() throws Exception {
        AppFolder app = AppFolder.ofLauncher();
        try (Calibrator calibrator = Calibrator.open(app.modelCards(), app.models())) {
            System.out.println(calibrator.run(pairs).toTable());
        }
        return ExitCode.DONE;
    }
}
