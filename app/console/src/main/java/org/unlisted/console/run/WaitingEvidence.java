package org.unlisted.console.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;
import org.unlisted.console.home.WorkFolder;

/**
 * Where a sweep seals records before its cases take what they need. The rest is erased: with the sweep's end, or, where a
 * plan's sweep was broken off, with the end of the one that goes on with it.
 */
final class WaitingEvidence implements AutoCloseable {
    private final Path folder;
    private final AutoCloseable owner;
    private boolean filed;

    private WaitingEvidence(Path folder, AutoCloseable owner) {
        this.folder = folder;
        this.owner = owner;
    }

    static WaitingEvidence ofPlan(Path crawl) throws IOException {
        Path folder = Files.createDirectories(crawl.resolve("evidence"));
        return new WaitingEvidence(folder, () -> {});
    }

    static WaitingEvidence ofBundle(WorkFolder work) {
        return new WaitingEvidence(work.path(), work);
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
        try {
            owner.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
