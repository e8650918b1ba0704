package org.unlisted.console.home;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Sweeps that were broken off and that nobody went on with. Pictures that were fetched and not looked at lie in their
 * folders: they are erased after a day. What is known of addresses stays.
 */
final class StalePasses {
    private static final Logger LOG = LoggerFactory.getLogger(StalePasses.class);
    /** A sweep that runs writes its state every quarter of an hour at least. */
    private static final Duration KEPT = Duration.ofHours(24);

    private static final Duration JOURNAL_KEPT = Duration.ofDays(7);

    private static final List<String> OF_A_PASS = List.of("pictures", "segments", "scan", "tmp");

    private StalePasses() {}

    static void erase(Path crawls, Instant now) throws IOException {
        try (DirectoryStream<Path> plans = Files.newDirectoryStream(crawls, Files::isDirectory)) {
            for (Path plan : plans) {
                List<Path> sources = folders(plan);
                Instant last = touched(plan);
                for (Path source : sources) if (touched(source).isAfter(last)) last = touched(source);
                if (last.plus(KEPT).isAfter(now)) continue;
                boolean any = Files.deleteIfExists(plan.resolve("pass.json"));
                any |= FileSystemUtils.deleteRecursively(plan.resolve("evidence"));
                for (Path source : sources)
                    for (String name : OF_A_PASS) any |= FileSystemUtils.deleteRecursively(source.resolve(name));
                if (any) LOG.info("event=stale-pass-erased plan={}", plan.getFileName());
            }
        }
    }

    /** A journal holds hashes and counts only: it may wait longer than pictures. */
    static void eraseJournals(Path scans, Instant now) throws IOException {
        try (DirectoryStream<Path> journals = Files.newDirectoryStream(scans)) {
            for (Path journal : journals)
                if (touched(journal).plus(JOURNAL_KEPT).isBefore(now) && Files.deleteIfExists(journal))
                    LOG.info("event=stale-scan-erased");
        }
    }

    private static List<Path> folders(Path plan) throws IOException {
        try (var entries = Files.list(plan)) {
            return entries.filter(Files::isDirectory).toList();
        }
    }

    private static Instant touched(Path folder) throws IOException {
        return Files.getLastModifiedTime(folder).toInstant();
    }
}
