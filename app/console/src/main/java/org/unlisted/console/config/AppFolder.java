package org.unlisted.console.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the program was unpacked: data files that belong to it.
 *
 * @param root the folder of the launcher
 */
public record AppFolder(Path root) {
    /** Set by the launcher. */
    public static final String PROPERTY = "unlisted.app";

    /**
     * The folder that the launcher named.
     *
     * @throws IOException if the program was started without the launcher
     */
    public static AppFolder ofLauncher() throws IOException {
        String root = System.getProperty(PROPERTY, "");
        if (root.isEmpty()) throw new IOException("start this program with ./unlisted: -D" + PROPERTY + " is missing");
        AppFolder app = new AppFolder(Path.of(root).toAbsolutePath());
        if (!Files.isDirectory(app.config())) throw new IOException("no folder config in " + app.root());
        return app;
    }

    public Path config() {
        return root.resolve("config");
    }

    public Path modelCards() {
        return config().resolve("models");
    }

    public Path lexicon() {
        return config().resolve("lexicon");
    }

    public Path trackers() {
        return config().resolve("trackers");
    }

    /** Sources that plans may use by name; the folder may be absent. */
    public Path sources() {
        return config().resolve("sources");
    }

    /** Site profiles for the listing extractor; the folder may be absent. */
    public Path sites() {
        return config().resolve("sites");
    }

    public Path notices() {
        return config().resolve("notices");
    }

    /** Converted by the build. */
    public Path models() {
        return root.resolve("face-index").resolve("target").resolve("models");
    }

    /** The job jar for a cluster, and what the process that sends it needs beside it. */
    public Path job() {
        return dist().resolve("job");
    }

    /** The jars that the launcher runs. */
    public Path jars() {
        return dist().resolve("lib");
    }

    /** What a virtual machine has learnt of the jars; written by the build, may be absent. */
    public Path learnt() {
        return dist().resolve("sweep.aot");
    }

    private Path dist() {
        return root.resolve("app").resolve("console").resolve("target").resolve("dist");
    }

    public Path samples() {
        return root.resolve("samples");
    }
}
