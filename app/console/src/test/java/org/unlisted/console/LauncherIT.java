package org.unlisted.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the launcher says on a machine where something is missing: one line, what and which version, exit code 2. */
class LauncherIT {
    private static final List<String> SHELL_TOOLS = List.of("sh", "dirname", "sed", "head", "readlink", "find", "grep");
    private Path folder = Path.of("");
    private Path bin = Path.of("");

    @BeforeEach
    void aCopyThatWasNeverBuilt() throws IOException {
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "launcher");
        Files.copy(Launcher.ROOT.resolve("unlisted"), folder.resolve("unlisted"));
        bin = Files.createDirectory(folder.resolve("bin"));
        for (String tool : SHELL_TOOLS) Files.createSymbolicLink(bin.resolve(tool), tool(tool));
    }

    private static Path tool(String name) {
        for (String place : System.getenv("PATH").split(":", -1)) {
            Path candidate = Path.of(place, name);
            if (Files.isExecutable(candidate)) return candidate;
        }
        throw new AssertionError("no " + name + " on this machine");
    }

    private void pretend(String tool) throws IOException {
        Path script = Files.writeString(bin.resolve(tool), "#!/bin/sh\nexit 9\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String refusal() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(folder.resolve("unlisted").toString(), "--version")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("err").toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(folder.resolve("err"));
        assertThat(process.exitValue()).as(said).isEqualTo(2);
        assertThat(said.strip().lines()).hasSize(1);
        return said;
    }

    @Test
    void namesAMissingMaven() throws Exception {
        assertThat(refusal()).contains("Maven 3.8 or newer is missing");
    }

    @Test
    void namesAMissingNode() throws Exception {
        pretend("mvn");
        assertThat(refusal()).contains("Node 20 or newer is missing");
    }

    @Test
    void namesAMissingJdk() throws Exception {
        Path launcher = folder.resolve("unlisted");
        // a machine whose JDKs are not where they are here
        Files.writeString(launcher, Files.readString(launcher).replace("/usr/lib/jvm", "/no/such/folder"));
        assertThat(refusal()).contains("JDK 25 or newer is missing");
    }

    @Test
    void runsThroughALinkToo() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("linked"), Launcher.ROOT.resolve("unlisted"));
        Process process = new ProcessBuilder(link.toString(), "--version")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
                .startsWith("unlisted 0.");
        assertThat(process.waitFor()).isZero();
    }
}
