package org.unlisted.console.cli;

import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import org.unlisted.console.desk.Papers;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists cases; a reviewer confirms or dismisses one. */
@Command(
        name = "cases",
        mixinStandardHelpOptions = true,
        description = "Lists cases; confirm and dismiss record a reviewer's decision.",
        subcommands = {CasesCommand.Confirm.class, CasesCommand.Dismiss.class})
final class CasesCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        try (Installation installation = Installation.open()) {
            for (Case known : installation.cases().list())
                System.out.printf(
                        "%-16s %-13s %-10s %s%n",
                        known.id(),
                        known.state().word(),
                        known.subject(),
                        known.listing().url());
        }
        return ExitCode.DONE;
    }

    /** What both decisions need. */
    abstract static class Decision implements Callable<Integer> {
        @Parameters(paramLabel = "CASE")
        private String id = "";

        @Option(names = "--reviewer", required = true, description = "who decides")
        private String reviewer = "";

        @Option(names = "--reason", required = true, description = "in the reviewer's own words")
        private String reason = "";

        abstract void decide(Installation installation, CaseId id, String by, String why) throws Exception;

        @Override
        public Integer call() throws Exception {
            try (Installation installation = Installation.open()) {
                decide(installation, new CaseId(id), reviewer, reason);
                return ExitCode.DONE;
            } catch (NoSuchElementException | IllegalStateException e) {
                throw new UsageException(String.valueOf(e.getMessage()));
            }
        }
    }

    /** The enrolee is in the listing: evidence is packed and a notice written. */
    @Command(
            name = "confirm",
            mixinStandardHelpOptions = true,
            description = "The enrolee is in the listing: packs evidence and writes a notice. Nothing is sent.")
    static final class Confirm extends Decision {
        @Override
        void decide(Installation installation, CaseId id, String by, String why) throws Exception {
            Papers papers = installation.desk().confirm(id, by, why);
            System.out.println("Packet: " + papers.packet());
            System.out.println("Notice: " + papers.notice());
        }
    }

    /** It is somebody else, or no offer: the evidence is erased. */
    @Command(
            name = "dismiss",
            mixinStandardHelpOptions = true,
            description = "It is somebody else, or no offer: erases the evidence.")
    static final class Dismiss extends Decision {
        @Override
        void decide(Installation installation, CaseId id, String by, String why) throws Exception {
            System.out.println(
                    "Dismissed " + installation.desk().dismiss(id, by, why).id());
        }
    }
}
