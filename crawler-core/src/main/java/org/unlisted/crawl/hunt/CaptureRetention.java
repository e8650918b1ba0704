package org.unlisted.crawl.hunt;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long captures are kept, and how much room they may take: what is over goes, oldest sweep first. The pages hold words
 * of people who asked for nothing, so keeping them is the exception.
 *
 * @param keepDays  since a sweep began, 1 to 3650
 * @param mostBytes of all archives together
 */
public record CaptureRetention(int keepDays, long mostBytes) {
    private static final Logger LOG = LoggerFactory.getLogger(CaptureRetention.class);

    /** Ninety days, 20 GB. */
    public static final CaptureRetention USUAL = new CaptureRetention(90, 20L << 30);

    public CaptureRetention {
        if (keepDays < 1 || keepDays > 3_650) throw new IllegalArgumentException("keepDays outside 1 to 3650: " + keepDays);
        if (mostBytes < 0) throw new IllegalArgumentException("mostBytes below 0: " + mostBytes);
    }

    /**
     * What was removed, and what is left.
     *
     * @param failed archives that should have gone and could not be removed
     */
    public record Removed(int archives, long bytes, int failed, int kept, long keptBytes) {}

    /**
     * Removes what is over. An archive that cannot be removed is named in the log and counted; the next call tries again.
     *
     * @param folder of captures; need not exist
     * @throws IOException if it cannot be listed
     */
    public Removed enforce(Path folder, Instant now) throws IOException {
        requireNonNull(now, "now");
        List<Archive> archives = new ArrayList<>(Archive.in(folder));
        archives.sort(Archive.newestFirst());
        Instant oldest = now.minus(Duration.ofDays(keepDays));
        List<Archive> over = new ArrayList<>();
        long keptBytes = 0;
        boolean full = false;
        for (Archive archive : archives) {
            full |= keptBytes + archive.bytes() > mostBytes;
            if (full || archive.startedAt().isBefore(oldest)) over.add(archive);
            else keptBytes += archive.bytes();
        }
        int removed = 0;
        long bytes = 0;
        for (Archive archive : over.reversed()) {
            if (!remove(archive)) continue;
            removed++;
            bytes += archive.bytes();
        }
        LOG.info("event=captures-removed archives={} bytes={} kept={}", removed, bytes, archives.size() - over.size());
        return new Removed(removed, bytes, over.size() - removed, archives.size() - over.size(), keptBytes);
    }

    private static boolean remove(Archive archive) {
        try {
            Files.deleteIfExists(archive.file());
            return true;
        } catch (IOException e) {
            LOG.warn("event=capture-not-removed archive={} cause={}", archive.file().getFileName(), e.toString());
            return false;
        }
    }
}
