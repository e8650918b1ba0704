package org.unlisted.console.home;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The scratch folder of one sweep. Strangers' pictures pass through it, so it is erased when closed, and, after a
 * crash, by the next {@link Home#open}. A file beside it names the processes that use it: as long as one of them runs
 * the folder is spared.
 */
public final class WorkFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);
    private static final String OWNERS = ".owners";
    private final Path path;

    private WorkFolder(Path path) {
        this.path = path;
    }

    static WorkFolder claim(Path parent, String sweepId) throws IOException {
        if (!sweepId.matches("[a-z0-9-]{1,64}")) throw new IllegalArgumentException("not a sweep id: " + sweepId);
        Path path = parent.resolve(sweepId);
        // The owner is written first: a folder without one counts as left over.
        OwnerOnly.create(owners(path), line(ProcessHandle.current()));
        OwnerOnly.createDirectories(path);
        return new WorkFolder(path);
    }

    public Path path() {
        return path;
    }

    /** Also spares the folder while that process runs, even if this one ends first. */
    public void usedBy(ProcessHandle process) throws IOException {
        Files.write(owners(path), line(process), StandardOpenOption.APPEND);
    }

    /** Erases the folder. */
    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(path);
        Files.deleteIfExists(owners(path));
    }

    static void eraseLeftovers(Path parent) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                Path folder = name.endsWith(OWNERS)
                        ? entry.resolveSibling(name.substring(0, name.length() - OWNERS.length()))
                        : entry;
                if (inUse(folder)) continue;
                FileSystemUtils.deleteRecursively(entry); // removes links, does not follow them
                LOG.info("event=leftover-erased entry={}", name);
            }
        }
    }

    private static boolean inUse(Path folder) throws IOException {
        Path owners = owners(folder);
        if (!Files.exists(owners)) return false;
        return Files.readAllLines(owners).stream().anyMatch(WorkFolder::runs);
    }

    private static Path owners(Path folder) {
        return folder.resolveSibling(folder.getFileName() + OWNERS);
    }

    private static byte[] line(ProcessHandle process) {
        return (process.pid() + " " + startOf(process) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Process numbers are used again; together with the start they are not. */
    private static boolean runs(String line) {
        String[] parts = line.strip().split(" ", 2);
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,18}")) return false;
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(parts[0]));
        return process.isPresent() && process.get().isAlive() && startOf(process.get()).equals(parts[1]);
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
