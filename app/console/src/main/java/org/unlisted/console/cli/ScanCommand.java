package org.unlisted.console.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.unlisted.console.run.SweepSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Looks through a bundle that somebody lawfully holds: whom must we warn? */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Looks for the enrolled in a bundle lawfully held (folders, zips, pictures): whom must we warn?")
final class ScanCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PATH", arity = "1..*", description = "folders, zips, pictures")
    private List<Path> paths = new ArrayList<>();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws Exception {
        return new OneSweep(output, "scan").run(SweepSession.Task.bundle(paths));
    }
}
