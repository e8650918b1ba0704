package org.unlisted.console.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.unlisted.takedown.evidence.PacketVerifier;
import org.unlisted.takedown.evidence.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks an evidence packet offline, step by step. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks an evidence packet offline, step by step: exit code 0 if every step passed, 1 if not.")
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PACKET.zip", description = "the packet")
    private Path packet = Path.of("");

    @Override
    public Integer call() throws Exception {
        Verification verification = new PacketVerifier().verify(packet);
        verification.steps().forEach(step -> System.out.println((step.passed() ? "ok      " : "FAILED  ") + step.name() + ": " + step.finding()));
        return verification.passed() ? ExitCode.DONE : ExitCode.FAILED;
    }
}
