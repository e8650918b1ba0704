package org.unlisted.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The only place where bytes of strangers' pictures touch a disk, and only while a sweep runs. Erased at its end. */
final class ScratchFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ScratchFolder.class);
    /** Threads of a crawl that is being ended may still write: what they leave is erased in the next pass. */
    private static final int ATTEMPTS = 20;

    private final Path folder;

    private ScratchFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder; leftovers of an earlier process are erased first. */
    static ScratchFolder open(Path folder) throws IOException {
        ScratchFolder scratch = new ScratchFolder(folder);
        scratch.erase();
        Files.createDirectories(folder);
        return scratch;
    }

    /** A subfolder, not there yet. */
    Path resolve(String name) {
        return folder.resolve(name);
    }

    /** Safe to call at any time and more than once; files that come and go meanwhile are no error. */
    void erase() {
        erase(folder);
    }

    /** Erases a folder, or what there is of it. */
    static void erase(Path folder) {
        for (int attempt = 1; attempt <= ATTEMPTS && Files.exists(folder); attempt++) {
            try {
                Files.walkFileTree(folder, new Eraser());
            } catch (IOException | UncheckedIOException e) {
                LOG.debug("event=erasing-again attempt={} cause={}", attempt, e.toString());
            }
        }
        if (Files.exists(folder)) LOG.error("event=scratch-left folder={}", folder);
    }

    private static final class Eraser extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) throws IOException {
            try {
                Files.deleteIfExists(dir);
            } catch (DirectoryNotEmptyException written) {
                LOG.debug("event=written-meanwhile");
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
