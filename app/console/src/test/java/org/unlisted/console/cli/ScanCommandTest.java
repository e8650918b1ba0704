package org.unlisted.console.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it takes standard error")
class ScanCommandTest {
    private final PrintStream stderr = System.err;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void take() {
        System.setErr(new PrintStream(err, true, UTF_8));
    }

    @AfterEach
    void giveBack() {
        System.setErr(stderr);
    }

    @Test
    void nobodyScansWithoutANameAndAReason() {
        assertThat(Unlisted.run("scan", "bundle", "--reason", "handed in by the police")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains("--operator NAME").contains("audit log");
        err.reset();
        assertThat(Unlisted.run("scan", "bundle", "--operator", "N. N.")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains("--reason TEXT").contains("audit log");
        err.reset();
        assertThat(Unlisted.run("scan", "bundle", "--operator", "N. N.", "--reason", "why not")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains("--reason TEXT");
    }

    @Test
    void workersAreAFew() {
        assertThat(Unlisted.run(
                        "scan", "bundle", "--operator", "N. N.", "--reason", "handed in by the police", "--workers", "0"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains("--workers");
    }
}
