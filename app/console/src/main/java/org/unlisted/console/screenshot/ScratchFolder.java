package org.unlisted.console.screenshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder that only this user can read, gone with all in it when closed. */
final class ScratchFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScratchFolder.class);
    private static final int TRIES = 5; // a dying browser may still write while its profile is erased

    private final Path path;

    ScratchFolder(String prefix) throws IOException {
        path = Files.createTempDirectory(prefix); // mode 700 where the system knows modes
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        for (int i = 0; i < TRIES && Files.exists(path); i++) erase();
        if (Files.exists(path)) LOG.warn("event=scratch-left folder={}", path.getFileName());
    }

    private void erase() {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(p);
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("event=scratch-busy folder={}", path.getFileName(), e);
        }
    }
}
