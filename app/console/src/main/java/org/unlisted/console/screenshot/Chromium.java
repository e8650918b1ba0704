package org.unlisted.console.screenshot;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A Chromium or Chrome on this machine. Thread-safe: every run has a profile of its own. */
public final class Chromium {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<Path> MAC = List.of(
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));

    private final Path binary;

    private Chromium(Path binary) {
        this.binary = binary;
    }

    /** The program that {@code UNLISTED_CHROMIUM} names; without that variable the first on the PATH, then macOS's. */
    public static Optional<Chromium> find() {
        return find(System.getenv());
    }

    static Optional<Chromium> find(Map<String, String> env) {
        String named = env.getOrDefault("UNLISTED_CHROMIUM", "");
        Stream<Path> places =
                named.isEmpty() ? Stream.concat(onPath(env.getOrDefault("PATH", "")), MAC.stream()) : path(named);
        return places.filter(p -> Files.isRegularFile(p) && Files.isExecutable(p)).findFirst().map(Chromium::new);
    }

    private static Stream<Path> onPath(String path) {
        List<String> folders = List.of(path.split(File.pathSeparator));
        return NAMES.stream().flatMap(name -> folders.stream()
                .filter(folder -> !folder.isEmpty())
                .flatMap(Chromium::path)
                .map(folder -> folder.resolve(name)));
    }

    /** PATH is typed by people: an entry that is no path at all is passed over. */
    private static Stream<Path> path(String name) {
        try {
            return Stream.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }

    /** The program found. */
    public Path binary() {
        return binary;
    }

    /**
     * Starts it without a window, to be talked to by its standard input and output in Chrome's DevTools protocol: a
     * pipe, not a port, so that no other program of this machine can join in.
     *
     * @param folder private to this run: profile, cache, and what the browser says ({@code stderr.txt})
     */
    Process start(Path folder) throws IOException {
        // The browser reads from descriptor 3 and writes to 4; Java can only give it 0 and 1.
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$0\" \"$@\" 3<&0 4>&1 >/dev/null"));
        command.addAll(command(folder));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("stderr.txt").toFile())
                .start();
    }

    private List<String> command(Path folder) {
        List<String> command = new ArrayList<>(List.of(
                binary.toString(),
                "--headless=new",
                "--remote-debugging-pipe",
                "--disable-gpu",
                "--disable-dev-shm-usage", // containers often give it 64 MB
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-default-apps",
                "--disable-extensions",
                "--disable-sync",
                "--disable-breakpad",
                "--no-first-run",
                "--no-default-browser-check",
                "--no-proxy-server",
                "--password-store=basic",
                "--use-mock-keychain",
                "--hide-scrollbars",
                "--force-device-scale-factor=1",
                "--force-color-profile=srgb",
                "--disk-cache-dir=" + folder.resolve("cache"),
                // Nothing goes to the network: every name and address but our own host's is unknown.
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--user-data-dir=" + folder.resolve("profile")));
        // Chromium refuses its sandbox to root; for everybody else it stays on.
        if ("root".equals(System.getProperty("user.name"))) command.add("--no-sandbox");
        return command;
    }

    @Override
    public String toString() {
        return binary.toString();
    }
}
