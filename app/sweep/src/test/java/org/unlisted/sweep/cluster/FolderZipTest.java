package org.unlisted.sweep.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderZipTest {
    @TempDir
    Path dir;

    private Path folder;

    @BeforeEach
    void writeFolder() throws IOException {
        folder = Files.createDirectories(dir.resolve("words"));
        Files.createDirectories(folder.resolve("more"));
        Files.writeString(folder.resolve("zh.yaml"), "sale: [出售]");
        Files.writeString(folder.resolve("more").resolve("vi.yaml"), "sale: [bán]");
    }

    @Test
    void packsFilesUnderTheNameOfTheirFolder() throws IOException {
        Path zip = pack("a.zip", folder);
        try (ZipFile packed = new ZipFile(zip.toFile())) {
            assertThat(packed.stream().map(ZipEntry::getName))
                    .containsExactly("lexicon/", "lexicon/more/vi.yaml", "lexicon/zh.yaml");
            assertThat(packed.getInputStream(packed.getEntry("lexicon/zh.yaml"))).hasContent("sale: [出售]");
        }
    }

    @Test
    void keepsTheFolderOfAMissingOne() throws IOException {
        try (ZipFile packed = new ZipFile(pack("a.zip", dir.resolve("none")).toFile())) {
            assertThat(packed.stream().map(ZipEntry::getName)).containsExactly("lexicon/");
        }
    }

    @Test
    void givesTheSameBytesForTheSameFilesWheneverTheyWereWritten() throws IOException {
        Path before = pack("a.zip", folder);
        Files.setLastModifiedTime(folder.resolve("zh.yaml"), FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
        assertThat(pack("b.zip", folder)).hasSameBinaryContentAs(before);
    }

    private Path pack(String name, Path from) throws IOException {
        Path zip = dir.resolve(name);
        try (FolderZip target = FolderZip.create(zip)) {
            target.add("lexicon", from);
        }
        return zip;
    }
}
