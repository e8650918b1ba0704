package org.unlisted.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A Java process in the private space: a class path, a main class, a log of its own. Its standard input stays open. */
final class Jvm {
    private static final String JAVA_HOME = System.getProperty("java.home");

    private final BufferedReader out;
    private final Path log;

    private Jvm(Process process, Path log) {
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        this.log = log;
    }

    static Jvm start(PrivateSpace space, Path log, String classPath, List<String> mainAndArguments)
            throws IOException {
        List<String> command =
                new ArrayList<>(List.of(JAVA_HOME + "/bin/java", "-Xmx768m", "-XX:+UseSerialGC", "-cp", classPath));
        command.addAll(mainAndArguments);
        Path folder = Objects.requireNonNull(log.toAbsolutePath().getParent(), "folder of the log");
        Process process = space.start(folder, Map.of("JAVA_HOME", JAVA_HOME), log, command);
        return new Jvm(process, log);
    }

    /** Hadoop's servers as this module's tests see them, without what would hide their own logging. */
    static String serverClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("logback") && !entry.contains("archunit"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * The next line of standard output that starts with this word.
     *
     * @throws IOException with the end of the log, if the process ends before it says it
     */
    String await(String word) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) if (line.startsWith(word)) return line;
        throw new IOException("ended before it said " + word + "; the end of " + log + ":\n" + end(log));
    }

    static String end(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(lines.size() - 40, 0), lines.size()));
    }
}
