package org.unlisted.console.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.unlisted.console.run.ScanTask;
import org.unlisted.sweep.scan.ScanOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks through a bundle that somebody lawfully holds: whom must we warn? */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = {
            "Looks for the enrolled in a bundle lawfully held: whom must we warn?",
            "Answers with case numbers only. Operator and reason go to the audit log (unlisted scan-log). The same command",
            "again goes on with a scan that was broken off."
        })
final class ScanCommand implements Callable<Integer> {
    /** Each of them computes on one core, and holds the models. */
    private static final int WORKERS = 2;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "folders, zips, tars, pictures")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--operator", paramLabel = "NAME", description = "who scans; required")
    private String operator = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, in a few words; required")
    private String reason = "";

    @Option(
            names = "--confirm-few",
            description = "fewer than 20 different pictures are no bundle; this confirms that the reason holds for them")
    private boolean fewConfirmed;

    @Option(names = "--workers", paramLabel = "N", description = "processes that look for faces; default 2, or 1 on one core")
    private int workers = Math.min(WORKERS, Runtime.getRuntime().availableProcessors());

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws Exception {
        ScanTask task = new ScanTask(paths, operator, reason, fewConfirmed, workers);
        OneScan scan = new OneScan(output);
        Optional<ScanOutcome.TooFew> few = scan.run(task);
        if (few.isEmpty()) return scan.exitCode();
        String sentence = "only " + few.get().pictures() + " different pictures that show something: a handful is no bundle, and"
                + " this is no search by photo";
        if (!typedAgain(sentence, task.reason()))
            throw new UsageException(sentence + "; if the reason holds for so few, confirm it with --confirm-few");
        few = scan.run(task.confirmed());
        return few.isEmpty() ? scan.exitCode() : ExitCode.FAILED;
    }

    private boolean typedAgain(String sentence, String given) {
        Optional<Console> terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (output.json() || terminal.isEmpty()) return false;
        String typed = terminal.get().readLine("%s.%nType the reason again to go on: ", sentence);
        return typed != null && typed.strip().equals(given);
    }
}
