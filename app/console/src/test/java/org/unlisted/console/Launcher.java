package org.unlisted.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs ./unlisted as a user would, on what this build has packaged. */
public final class Launcher {
    /** The top of the project: tests of a module run in its folder. */
    public static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    public static final Path SAMPLES = ROOT.resolve("samples");
    private static final long LIMIT_MINUTES = 5;

    private Launcher() {}

    /** What a command printed and how it ended. */
    public record Result(int exitCode, String out, String err) {

        /** The last line of standard output, which {@code --json} makes an object. */
        public JsonNode last() {
            return JsonMapper.shared().readTree(out.strip().lines().reduce((a, b) -> b).orElseThrow());
        }
    }

    /** Runs to the end. */
    public static Result run(Path folder, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("unlisted", ".out");
        Path err = Files.createTempFile("unlisted", ".err");
        try {
            Process process = start(folder, environment, out, err, arguments);
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("still running after " + LIMIT_MINUTES + " minutes: " + List.of(arguments)
                        + "\n" + Files.readString(err));
            }
            return new Result(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Starts and returns at once. */
    public static Process start(
            Path folder, Map<String, String> environment, Path out, Path err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("unlisted").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
