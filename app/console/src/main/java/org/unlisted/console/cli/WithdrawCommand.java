package org.unlisted.console.cli;

import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import org.unlisted.console.people.Withdrawal;
import org.unlisted.face.gallery.EnroleeId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Erases a person who no longer wants to be looked for. */
@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = "Erases references and record of a person; matching stops with the next sweep.")
final class WithdrawCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "the pseudonym given at enrolment")
    private String id = "";

    @Override
    public Integer call() throws Exception {
        try (Installation installation = Installation.open()) {
            Withdrawal withdrawal = installation.people().withdraw(new EnroleeId(id));
            System.out.println("Withdrawn " + withdrawal.id() + " at " + withdrawal.at() + ": references "
                    + (withdrawal.references() ? "erased" : "none") + ", record "
                    + (withdrawal.record() ? "erased" : "none") + ".");
            System.out.println("Reports, packets and notices written before stay where they are: erase them by hand.");
            return ExitCode.DONE;
        } catch (NoSuchElementException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
