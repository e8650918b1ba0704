package org.unlisted.console.cli;

import picocli.CommandLine.Command;

/** Measures how fast the program is on this machine. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures how fast parts of the program are on this machine.",
        subcommands = {BenchCrawlCommand.class, BenchOffersCommand.class},
        synopsisSubcommandLabel = "(crawl|offers)")
final class BenchCommand implements Runnable {
    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec = picocli.CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(spec.commandLine(), "say what to measure: crawl or offers");
    }
}
