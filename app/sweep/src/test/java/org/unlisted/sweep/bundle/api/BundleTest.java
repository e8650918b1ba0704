package org.unlisted.sweep.bundle.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.unlisted.sweep.bundle.api.Zips.PICTURE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.sweep.bundle.Bundle;
import org.unlisted.sweep.bundle.BundleItem;
import org.unlisted.sweep.bundle.BundleLimits;
import org.unlisted.sweep.bundle.BundleVisitor;

class BundleTest {
    @TempDir
    Path dir;

    private Path bundle = Path.of("");

    @BeforeEach
    void aFolder() throws IOException {
        bundle = Files.createDirectory(dir.resolve("bundle"));
    }

    private Path zip(String name, Zips.Content content) throws IOException {
        return Files.write(bundle.resolve(name), Zips.zip(content));
    }

    @Test
    void foldersZipsAndSingleFilesAreReadInTheOrderOfTheirNames() throws Exception {
        Files.write(Files.createDirectory(bundle.resolve("b")).resolve("2.jpg"), PICTURE);
        zip("a.zip", z -> {
            Zips.put(z, "z.jpg", PICTURE);
            Zips.put(z, "album/1.jpg", PICTURE);
        });
        Path single = Files.write(dir.resolve("single.jpg"), PICTURE);
        Walked walked = Walked.of(bundle, single);
        assertThat(walked.found).containsExactly("a.zip!z.jpg", "a.zip!album/1.jpg", "b/2.jpg", "single.jpg");
        assertThat(walked.refused).isEmpty();
        assertThat(walked.bytes).isEqualTo(4L * PICTURE.length);
    }

    @Test
    void anArchiveIsOneByItsFirstBytesWhateverItsName() throws Exception {
        zip("holiday.jpg", z -> Zips.put(z, "1.jpg", PICTURE));
        Files.write(bundle.resolve("not.zip"), PICTURE);
        assertThat(Walked.of(bundle).found).containsExactly("holiday.jpg!1.jpg", "not.zip");
    }

    @Test
    void zipsInZipsAreReadAndSoAreTarsAndGzips() throws Exception {
        byte[] inner = Zips.zip(z -> Zips.put(z, "1.jpg", PICTURE));
        byte[] tar = Zips.tar(new TarArchiveEntry("t.jpg"));
        zip("a.zip", z -> {
            Zips.put(z, "inner.zip", inner);
            Zips.put(z, "t.tar", tar);
            Zips.put(z, "2.jpg", PICTURE);
        });
        Files.write(bundle.resolve("b.tar.gz"), Zips.gzip(tar));
        Files.write(bundle.resolve("c.jpg.gz"), Zips.gzip(PICTURE));
        Walked walked = Walked.of(bundle);
        assertThat(walked.found)
                .containsExactly(
                        "a.zip!inner.zip!1.jpg", "a.zip!t.tar!t.jpg", "a.zip!2.jpg", "b.tar.gz!t.jpg", "c.jpg.gz");
        assertThat(walked.refused).isEmpty();
    }

    @Test
    void namesThatLeadOutOfTheTargetAreRefusedAndTheRestIsRead() throws Exception {
        zip("a.zip", z -> {
            Zips.put(z, "../../etc/passwd", PICTURE);
            Zips.put(z, "/absolute.jpg", PICTURE);
            Zips.put(z, "C:\\windows.jpg", PICTURE);
            Zips.put(z, "a\\..\\..\\b.jpg", PICTURE);
            Zips.put(z, "good..name.jpg", PICTURE);
        });
        Walked walked = Walked.of(bundle);
        assertThat(walked.found).containsExactly("a.zip!good..name.jpg");
        assertThat(walked.refused.values()).containsOnly("name").hasSize(4);
    }

    @Test
    void namesThatReadOtherwiseThanTheyAreAreRefusedAndShownAsTheyAre() throws Exception {
        zip("a.zip", z -> {
            Zips.put(z, "photo\u202Egpj.exe", PICTURE);
            Zips.put(z, "line\nend.jpg", PICTURE);
            Zips.put(z, "x".repeat(2_000), PICTURE);
            Zips.put(z, "证件照.jpg", PICTURE);
        });
        Walked walked = Walked.of(bundle);
        assertThat(walked.found).containsExactly("a.zip!证件照.jpg");
        assertThat(walked.refused)
                .containsEntry("a.zip!photo\\u{202E}gpj.exe", "name")
                .containsEntry("a.zip!line\\u{A}end.jpg", "name")
                .containsEntry("a.zip!" + "x".repeat(200) + "…", "name");
    }

    @Test
    void theSecondEntryOfANameIsRefused() throws Exception {
        zip("a.zip", z -> {
            Zips.put(z, "1.jpg", PICTURE);
            Zips.put(z, "1.jpg", new byte[] {1});
        });
        Walked walked = Walked.of(bundle);
        assertThat(walked.found).containsExactly("a.zip!1.jpg");
        assertThat(walked.bytes).isEqualTo(PICTURE.length);
        assertThat(walked.refused).isEqualTo(Map.of("a.zip!1.jpg", "duplicate"));
    }

    @Test
    void linksAndPipesInAFolderAreNotFollowed() throws Exception {
        Files.createSymbolicLink(bundle.resolve("out"), Path.of("/etc"));
        Files.createSymbolicLink(bundle.resolve("passwd.jpg"), Path.of("/etc/passwd"));
        assertThat(new ProcessBuilder("mkfifo", bundle.resolve("pipe.jpg").toString()).start().waitFor()).isZero();
        Files.write(bundle.resolve("z.jpg"), PICTURE);
        Walked walked = Walked.of(bundle);
        assertThat(walked.found).containsExactly("z.jpg");
        assertThat(walked.refused)
                .isEqualTo(Map.of("out", "special-file", "passwd.jpg", "special-file", "pipe.jpg", "special-file"));
    }

    @Test
    void linksAndDevicesInArchivesAreRefused() throws Exception {
        zip("a.zip", z -> {
            ZipArchiveEntry link = new ZipArchiveEntry("link.jpg");
            link.setUnixMode(UnixStat.LINK_FLAG | 0777);
            Zips.put(z, link, "/etc/passwd".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            Zips.put(z, "1.jpg", PICTURE);
        });
        TarArchiveEntry link = new TarArchiveEntry("link.jpg", TarConstants.LF_SYMLINK);
        link.setLinkName("/etc/passwd");
        Files.write(
                bundle.resolve("b.tar"),
                Zips.tar(link, new TarArchiveEntry("fifo", TarConstants.LF_FIFO), new TarArchiveEntry("2.jpg")));
        Walked walked = Walked.of(bundle);
        assertThat(walked.found).containsExactly("a.zip!1.jpg", "b.tar!2.jpg");
        assertThat(walked.refused)
                .isEqualTo(Map.of(
                        "a.zip!link.jpg", "special-file", "b.tar!link.jpg", "special-file", "b.tar!fifo", "special-file"));
    }

    @Test
    void encryptedEntriesAreNamed() throws Exception {
        byte[] bytes = Zips.zip(z -> {
            Zips.put(z, "secret.jpg", PICTURE);
            Zips.put(z, "1.jpg", PICTURE);
        });
        bytes[6] |= 1; // general purpose bit 0 of the first entry: in its local header …
        int directory = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
        bytes[directory + 8] |= 1; // … and in the directory
        Files.write(bundle.resolve("a.zip"), bytes);
        Walked walked = Walked.of(bundle);
        assertThat(walked.found).containsExactly("a.zip!1.jpg");
        assertThat(walked.refused).isEqualTo(Map.of("a.zip!secret.jpg", "encrypted"));
    }

    @Test
    void aFlatBombCostsNoMoreThanItsShareAndTheRestIsRead() throws Exception {
        byte[] zeros = new byte[24 << 20]; // deflates 1,000 to one
        zip("bomb.zip", z -> {
            for (int i = 0; i < 60; i++) Zips.put(z, i + ".jpg", zeros);
        });
        Files.write(bundle.resolve("z.jpg"), PICTURE);
        Walked walked = Walked.of(bundle);
        assertThat(walked.found).contains("z.jpg");
        assertThat(walked.bytes).isLessThan(400L << 20);
        assertThat(walked.refused.values()).contains("bomb");
    }

    @Test
    void aNestedBombIsGivenUpAndTheRestIsRead() throws Exception {
        byte[] bomb = Zips.zip(z -> Zips.put(z, "zeros.bin", new byte[30 << 20]));
        for (int level = 0; level < 2; level++) {
            byte[] inner = bomb;
            bomb = Zips.zip(z -> {
                for (int i = 0; i < 16; i++) Zips.put(z, i + ".zip", inner);
            });
        }
        Files.write(bundle.resolve("bomb.zip"), bomb);
        Files.write(bundle.resolve("z.jpg"), PICTURE);
        Walked walked = Walked.of(bundle);
        assertThat(walked.found).contains("z.jpg");
        assertThat(walked.bytes).isLessThan(1L << 30);
        assertThat(walked.refused.values()).contains("bomb");
    }

    @Test
    void archivesInArchivesEndAtADepth() throws Exception {
        byte[] nested = Zips.zip(z -> Zips.put(z, "1.jpg", PICTURE));
        for (int level = 0; level < 6; level++) {
            byte[] inner = nested;
            nested = Zips.zip(z -> {
                Zips.put(z, "q.zip", inner);
                Zips.put(z, "beside.jpg", PICTURE);
            });
        }
        Files.write(bundle.resolve("q.zip"), nested);
        Walked walked = Walked.of(bundle);
        assertThat(walked.found)
                .containsExactly("q.zip!q.zip!q.zip!beside.jpg", "q.zip!q.zip!beside.jpg", "q.zip!beside.jpg");
        assertThat(walked.refused).isEqualTo(Map.of("q.zip!q.zip!q.zip!q.zip", "bomb"));
    }

    @Test
    void entriesThatShareTheirBytesAreABomb() throws Exception {
        byte[] bytes = Zips.zip(z -> Zips.stored(z, "0.jpg", new byte[100_000]));
        Files.write(bundle.resolve("overlap.zip"), withDirectoryTwice(bytes));
        Files.write(bundle.resolve("z.jpg"), PICTURE);
        Walked walked = Walked.of(bundle);
        assertThat(walked.found).containsExactly("z.jpg");
        assertThat(walked.refused).isEqualTo(Map.of("overlap.zip", "bomb"));
    }

    @Test
    void aZipWithoutItsEndIsReadAsFarAsItGoes() throws Exception {
        byte[] noise = new byte[50_000];
        new java.util.Random(1).nextBytes(noise);
        byte[] bytes = Zips.zip(z -> {
            Zips.stored(z, "1.jpg", PICTURE);
            Zips.stored(z, "2.jpg", noise);
        });
        Files.write(bundle.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length / 2));
        Walked walked = Walked.of(bundle);
        assertThat(walked.found).containsExactly("cut.zip!1.jpg");
        assertThat(walked.refused).isEqualTo(Map.of("cut.zip", "archive"));
    }

    @Test
    void lyingSizesCostNothing() throws Exception {
        byte[] bytes = Zips.zip(z -> {
            Zips.stored(z, "1.jpg", PICTURE);
            Zips.stored(z, "2.jpg", PICTURE);
        });
        int directory = indexOf(bytes, new byte[] {'P', 'K', 1, 2});
        for (int i = 0; i < 4; i++) bytes[directory + 24 + i] = (byte) 0xfe; // unpacked: 4 GB
        Files.write(bundle.resolve("lie.zip"), bytes);
        Walked walked = Walked.of(bundle);
        assertThat(walked.found).contains("lie.zip!2.jpg");
        assertThat(walked.bytes).isLessThan(1_000);
    }

    @Test
    void archivesThatAreNotOpenedAreNamed() throws Exception {
        Files.write(bundle.resolve("a.7z"), new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c, 0, 4});
        Files.writeString(bundle.resolve("b.rar"), "Rar!\u001a\u0007\u0001");
        assertThat(Walked.of(bundle).refused).isEqualTo(Map.of("a.7z", "unsupported", "b.rar", "unsupported"));
    }

    @Test
    void aFileLargerThanAPictureIsRefusedWithoutBeingHeld() throws Exception {
        BundleLimits small = new BundleLimits(100, 100, 1 << 30, 1_000, 200, 3, 100);
        Files.write(bundle.resolve("large.jpg"), new byte[1_001]);
        Files.write(bundle.resolve("right.jpg"), new byte[1_000]);
        Walked walked = Walked.of(small, bundle);
        assertThat(walked.found).containsExactly("right.jpg");
        assertThat(walked.refused).isEqualTo(Map.of("large.jpg", "too-large"));
    }

    @Test
    void anArchiveWithTooManyEntriesIsGivenUpAndTheNextIsRead() throws Exception {
        BundleLimits few = new BundleLimits(100, 10, 1 << 30, 1_000, 200, 3, 100);
        zip("many.zip", z -> {
            for (int i = 0; i < 20; i++) Zips.put(z, i + ".jpg", PICTURE);
        });
        zip("next.zip", z -> Zips.put(z, "1.jpg", PICTURE));
        Walked walked = Walked.of(few, bundle);
        assertThat(walked.found).hasSize(11).contains("next.zip!1.jpg");
        assertThat(walked.refused).isEqualTo(Map.of("many.zip", "bomb"));
    }

    @Test
    void tooManyFilesEndTheWalkWithAWord() throws Exception {
        for (int i = 0; i < 5; i++) Files.write(bundle.resolve(i + ".jpg"), PICTURE);
        Walked walked = Walked.of(new BundleLimits(3, 3, 1 << 30, 1_000, 200, 3, 100), bundle);
        assertThat(walked.found).containsExactly("0.jpg", "1.jpg", "2.jpg");
        assertThat(walked.refused).isEqualTo(Map.of("bundle", "bomb"));
    }

    @Test
    void aHeaderOfATarThatNeverEndsFillsNoMemory() throws Exception {
        byte[] pax = new byte[8 << 20];
        Arrays.fill(pax, (byte) 'x');
        byte[] start = "8388608 path=".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, pax, 0, start.length);
        java.io.ByteArrayOutputStream tar = new java.io.ByteArrayOutputStream();
        try (var out = new org.apache.commons.compress.archivers.tar.TarArchiveOutputStream(tar)) {
            TarArchiveEntry header = new TarArchiveEntry("pax", TarConstants.LF_PAX_EXTENDED_HEADER_LC);
            header.setSize(pax.length);
            out.putArchiveEntry(header);
            out.write(pax);
            out.closeArchiveEntry();
        }
        Files.write(bundle.resolve("a.tar"), tar.toByteArray());
        Files.write(bundle.resolve("z.jpg"), PICTURE);
        Walked walked = Walked.of(bundle);
        assertThat(walked.found).containsExactly("z.jpg");
        assertThat(walked.refused).isEqualTo(Map.of("a.tar", "archive"));
    }

    @Test
    void aFileThatCannotBeReadIsNamedAndTheNextIsRead() throws Exception {
        Path bad = Path.of("/proc/self/mem"); // as a bad sector: opening works, reading fails
        assumeThat(bad).exists();
        Path good = Files.write(bundle.resolve("z.jpg"), PICTURE);
        Walked walked = Walked.of(bad, good);
        assertThat(walked.found).containsExactly("z.jpg");
        assertThat(walked.refused).isEqualTo(Map.of("mem", "source"));
    }

    @Test
    void whatIsNotThereIsNamed() throws Exception {
        assertThat(Walked.of(dir.resolve("nowhere")).refused).isEqualTo(Map.of("nowhere", "source"));
    }

    @Test
    void theInventoryCountsWithoutReadingAndTellsBundlesApart() throws Exception {
        zip("a.zip", z -> {
            Zips.put(z, "1.jpg", PICTURE);
            Zips.put(z, "2.jpg", PICTURE);
        });
        Files.write(bundle.resolve("3.jpg"), PICTURE);
        Bundle handedIn = new Bundle(List.of(bundle), BundleLimits.standard());
        assertThat(handedIn.inventory().files()).isEqualTo(3);
        assertThat(handedIn.inventory()).isEqualTo(handedIn.inventory());
        String before = handedIn.inventory().sha256();
        Files.write(bundle.resolve("4.jpg"), PICTURE);
        assertThat(handedIn.inventory().sha256()).isNotEqualTo(before);
    }

    @Test
    void aVisitorMayEndTheWalk() throws Exception {
        for (int i = 0; i < 5; i++) Files.write(bundle.resolve(i + ".jpg"), PICTURE);
        int[] seen = {0};
        new Bundle(List.of(bundle), BundleLimits.standard()).walk(new BundleVisitor() {
            @Override
            public boolean wants(String name, long size) {
                return true;
            }

            @Override
            public void found(BundleItem item) throws IOException {
                if (++seen[0] == 2) throw new Enough();
            }

            @Override
            public void refused(org.unlisted.sweep.bundle.Refused refused) {}
        });
        assertThat(seen[0]).isEqualTo(2);
    }

    @Test
    void nothingIsWrittenBesideTheBundle() throws Exception {
        zip("a.zip", z -> Zips.put(z, "../evil.jpg", PICTURE));
        Walked.of(bundle);
        try (var files = Files.walk(dir)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(bundle.resolve("a.zip"));
        }
    }

    /** A second directory entry for the same bytes, as overlapping bombs have. */
    private static byte[] withDirectoryTwice(byte[] zip) {
        int directory = indexOf(zip, new byte[] {'P', 'K', 1, 2});
        int end = indexOf(zip, new byte[] {'P', 'K', 5, 6});
        int length = end - directory;
        byte[] twice = new byte[zip.length + length];
        System.arraycopy(zip, 0, twice, 0, end);
        System.arraycopy(zip, directory, twice, end, length);
        twice[end + 46] = '1'; // the second's name
        System.arraycopy(zip, end, twice, end + length, zip.length - end);
        int eocd = end + length;
        twice[eocd + 8] = 2;
        twice[eocd + 10] = 2;
        int size = 2 * length;
        for (int i = 0; i < 4; i++) twice[eocd + 12 + i] = (byte) (size >> (8 * i));
        return twice;
    }

    private static int indexOf(byte[] in, byte[] what) {
        for (int i = 0; i <= in.length - what.length; i++)
            if (Arrays.equals(Arrays.copyOfRange(in, i, i + what.length), what)) return i;
        throw new AssertionError("not there");
    }
}
