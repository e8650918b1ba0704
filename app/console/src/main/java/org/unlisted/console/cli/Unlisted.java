package org.unlisted.console.cli;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program. */
@Command(
        name = "unlisted",
        version = "unlisted 0.1.0",
        mixinStandardHelpOptions = true,
        description = "Finds listings that sell leaked face photos, tells the enrolled, gets them taken down.",
        subcommands = {
            DemoCommand.class,
            SweepCommand.class,
            ScanCommand.class,
            ScanLogCommand.class,
            ImportCommand.class,
            ServeCommand.class,
            EnrolCommand.class,
            WithdrawCommand.class,
            PeopleCommand.class,
            CasesCommand.class,
            ReadCommand.class,
            TrackersCommand.class,
            HuntCommand.class,
            ExtractCommand.class,
            VerifyCommand.class,
            CalibrateCommand.class,
            BenchCommand.class,
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 finished with items skipped (named in the report).",
            "State lives in UNLISTED_HOME, by default ./data; the demo brings its own."
        })
public final class Unlisted {
    private static final Logger LOG = LoggerFactory.getLogger(Unlisted.class);

    private Unlisted() {}

    /** Runs one command and ends with its exit code. */
    public static void main(String[] args) {
        SLF4JBridgeHandler.removeHandlersForRootLogger(); // Lucene greets on standard error otherwise
        SLF4JBridgeHandler.install();
        int code = run(args);
        if (!ConsoleUntilInterrupted.ending()) System.exit(code);
    }

    static int run(String... args) {
        return new CommandLine(new Unlisted())
                .setExecutionExceptionHandler((e, commandLine, parsed) -> explain(e, commandLine))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }

    /** One line for what a person can mend; the trace goes to the log. */
    private static int explain(Exception e, CommandLine commandLine) throws Exception {
        LOG.debug("event=command-failed", e);
        if (LastWord.spoken()) return ExitCode.INTERRUPTED;
        switch (e) {
            case UsageException usage -> {
                commandLine.getErr().println("unlisted: " + usage.getMessage());
                return ExitCode.USAGE;
            }
            case IOException io -> commandLine.getErr().println("unlisted: " + Explanation.of(io));
            case IllegalArgumentException wrong -> {
                commandLine.getErr().println("unlisted: " + wrong.getMessage());
                return ExitCode.USAGE;
            }
            default -> throw e;
        }
        return ExitCode.FAILED;
    }
}
