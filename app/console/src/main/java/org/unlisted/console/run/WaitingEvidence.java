package org.unlisted.console.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * Where a plan's sweep seals records before its cases take what they need. The rest is erased with the sweep's end, or,
 * where it was broken off, with the end of the one that goes on with it.
 */
final class WaitingEvidence implements AutoCloseable {
    private final Path folder;
    private boolean filed;

    WaitingEvidence(Path crawl) throws IOException {
        folder = Files.createDirectories(crawl.resolve("evidence"));
    }

    Path folder() {
        return folder;
    }

    /** Whether all that was sealed has reached the cases that need it. */
    void filed(boolean all) {
        filed = all;
    }

    @Override
    public void close() throws IOException {
        if (filed) FileSystemUtils.deleteRecursively(folder);
    }
}
