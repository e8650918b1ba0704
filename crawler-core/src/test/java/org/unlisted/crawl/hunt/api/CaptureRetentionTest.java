package org.unlisted.crawl.hunt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.crawl.hunt.CaptureRetention;
import org.unlisted.crawl.hunt.CaptureRetention.Removed;

class CaptureRetentionTest {
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

    @TempDir
    Path dir;

    private Path folder;

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createDirectories(dir.resolve("captures"));
    }

    @Test
    void removesWhatIsOlderThanItMayBe() throws Exception {
        archive("market", "20260902-115959-aa-1", 10);
        archive("market", "20260902-120001-bb-1", 20);
        archive("forum", "20261130-030000-cc-1", 30);

        assertThat(new CaptureRetention(90, 1_000).enforce(folder, NOW)).isEqualTo(new Removed(1, 10, 0, 2, 50));
        assertThat(left()).containsExactly("20260902-120001-bb-1.warc.gz", "20261130-030000-cc-1.warc.gz");
    }

    @Test
    void removesTheOldestFirstWhenAllTogetherAreTooBig() throws Exception {
        archive("market", "20261128-030000-aa-1", 10);
        archive("forum", "20261129-030000-bb-1", 40);
        archive("market", "20261130-030000-cc-2", 40);
        archive("market", "20261130-030000-cc-10", 50);

        assertThat(new CaptureRetention(90, 100).enforce(folder, NOW)).isEqualTo(new Removed(2, 50, 0, 2, 90));
        assertThat(left()).containsExactly("20261130-030000-cc-10.warc.gz", "20261130-030000-cc-2.warc.gz");
    }

    @Test
    void doesNotBelieveANameThatLiesInTheFuture() throws Exception {
        Path liar = archive("market", "20991231-000000-aa-1", 10);
        Files.setLastModifiedTime(liar, FileTime.from(Instant.parse("2026-08-01T00:00:00Z")));
        Path nameless = archive("market", "x", 10);
        Files.setLastModifiedTime(nameless, FileTime.from(Instant.parse("2026-08-01T00:00:00Z")));

        assertThat(CaptureRetention.USUAL.enforce(folder, NOW).archives()).isEqualTo(2);
    }

    @Test
    void leavesEverythingElseAlone() throws Exception {
        Path outside = Files.createDirectories(dir.resolve("outside"));
        Path target = Files.write(outside.resolve("20200101-000000-aa-1.warc.gz"), new byte[10]);
        Files.createDirectories(folder.resolve("market/deeper"));
        Files.createSymbolicLink(folder.resolve("market/20200101-000000-aa-1.warc.gz"), target);
        Files.createSymbolicLink(folder.resolve("linked"), outside);
        Files.write(folder.resolve("market/notes.txt"), new byte[10]);
        Files.write(folder.resolve("20200101-000000-aa-1.warc.gz"), new byte[10]);
        Files.write(folder.resolve("market/deeper/20200101-000000-aa-1.warc.gz"), new byte[10]);

        assertThat(new CaptureRetention(1, 0).enforce(folder, NOW)).isEqualTo(new Removed(0, 0, 0, 0, 0));
        assertThat(target).exists();
        assertThat(folder.resolve("market/deeper/20200101-000000-aa-1.warc.gz")).exists();
    }

    @Test
    void hasNothingToDoWhereNothingWasKept() throws Exception {
        assertThat(CaptureRetention.USUAL.enforce(folder.resolve("none"), NOW)).isEqualTo(new Removed(0, 0, 0, 0, 0));
    }

    @Test
    void refusesToKeepNothingOrForEver() {
        assertThatThrownBy(() -> new CaptureRetention(0, 1)).hasMessage("keepDays outside 1 to 3650: 0");
        assertThatThrownBy(() -> new CaptureRetention(3_651, 1)).hasMessage("keepDays outside 1 to 3650: 3651");
        assertThatThrownBy(() -> new CaptureRetention(1, -1)).hasMessage("mostBytes below 0: -1");
    }

    private Path archive(String source, String name, int bytes) throws IOException {
        Path parent = Files.createDirectories(folder.resolve(source));
        Path file = Files.write(parent.resolve(name + ".warc.gz"), new byte[bytes]);
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(60)));
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
