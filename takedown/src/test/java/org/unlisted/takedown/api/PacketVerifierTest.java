package org.unlisted.takedown.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.takedown.evidence.PacketVerifier;
import org.unlisted.takedown.evidence.Part;
import org.unlisted.takedown.evidence.Verification;
import org.unlisted.takedown.fixture.Packets;
import org.unlisted.takedown.fixture.Samples;
import org.unlisted.takedown.fixture.Warcs;
import org.unlisted.takedown.fixture.Zips;

class PacketVerifierTest {
    private static final String BASE = "C-2026-7K3M9Q2X.evidence/";

    @TempDir
    Path folder;

    @Test
    void passesWhatTheWriterWrote() throws IOException {
        Verification whole = verify(Packets.write(folder));
        assertThat(whole.passed()).as(findings(whole)).isTrue();
        assertThat(whole.steps())
                .extracting(Verification.Step::name)
                .containsExactly("archive", "bag", "payload", "tags", "complete", "capture", "index");
        assertThat(findings(whole)).contains("2 records, 4 digests correct");
        assertThat(verify(Packets.write(folder, Warcs.capture(), new Part.Missing("no browser"))).passed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt", "data/README.txt",
        "data/capture.warc.gz", "data/images.json", "data/listing.json", "data/packet.json", "data/screenshot.png"
    })
    void noticesOneChangedBitAndNamesTheFile(String path) throws IOException {
        var files = new LinkedHashMap<>(Zips.read(Packets.write(folder)));
        int length = files.get(BASE + path).length;
        for (int at : new int[] {0, length / 2, length - 1}) {
            byte[] changed = files.get(BASE + path).clone();
            changed[at] ^= 1;
            var tampered = new LinkedHashMap<>(files);
            tampered.put(BASE + path, changed);
            Verification found = verify(tampered);
            assertThat(found.passed()).as("byte %d", at).isFalse();
            assertThat(findings(found)).contains(path);
        }
    }

    @Test
    void noticesALostFileAndOneThatWasSlippedIn() throws IOException {
        var lost = new LinkedHashMap<>(Zips.read(Packets.write(folder)));
        lost.remove(BASE + "data/screenshot.png");
        assertThat(findings(verify(lost))).contains("data/screenshot.png cannot be read: it is missing");

        for (String path : new String[] {"data/extra.txt", "extra.txt"}) {
            var more = new LinkedHashMap<>(Zips.read(Packets.write(folder)));
            more.put(BASE + path, "x".getBytes(UTF_8));
            assertThat(findings(verify(more))).contains(path + " is in the archive but in no manifest");
        }
    }

    @Test
    void noticesACaptureWithoutThePictureAtIssue() throws IOException {
        byte[] pageOnly = Warcs.response(Samples.LISTING, "text/html", "<h1>x</h1>".getBytes(UTF_8));
        Verification found = verify(Packets.write(folder, pageOnly, Packets.SCREENSHOT));
        assertThat(failed(found)).isEqualTo("index");
        assertThat(findings(found)).contains("does not hold the picture").contains(Samples.sha256(Samples.IMAGE_BYTES));
    }

    @Test
    void noticesARecordThatDoesNotMatchItsDigest() throws IOException {
        byte[] forged = Warcs.concat(
                Warcs.capture(),
                Warcs.response(Samples.LISTING, "text/html", "<h1>x</h1>".getBytes(UTF_8), "0".repeat(64)));
        Verification found = verify(Packets.write(folder, forged, Packets.SCREENSHOT));
        assertThat(failed(found)).isEqualTo("capture");
        assertThat(findings(found)).contains("the payload of record 3 does not match its digest");
    }

    @Test
    void noticesATruncatedCapture() throws IOException {
        byte[] whole = Warcs.capture();
        byte[] half = Arrays.copyOf(whole, whole.length - 20);
        assertThat(failed(verify(Packets.write(folder, half, Packets.SCREENSHOT)))).contains("capture");
        assertThat(failed(verify(Packets.write(folder, "no WARC".getBytes(UTF_8), Packets.SCREENSHOT))))
                .contains("capture");
    }

    @Test
    void survivesEveryDamageToTheCapture() throws IOException {
        byte[] whole = Warcs.capture();
        for (int at = 0; at < whole.length; at += 29) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (at * 31 + 1);
            Verification found = verify(Packets.write(folder, damaged, Packets.SCREENSHOT));
            assertThat(found.steps()).as("byte %d", at).hasSize(7);
        }
    }

    @Test
    void survivesEveryDamageToTheArchive() throws IOException {
        byte[] whole = Files.readAllBytes(Packets.write(folder));
        for (int at = 0; at < whole.length; at += 61) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (at * 31 + 1);
            Path zip = Files.write(folder.resolve("damaged.zip"), damaged);
            assertThat(verify(zip).steps()).as("byte %d", at).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "../evil.txt", "/etc/evil.txt", BASE + "../../evil.txt", BASE + "data\\evil.txt", BASE + "data/.hidden",
        "evil.txt"
    })
    void refusesPathsThatLeaveTheFolder(String path) throws IOException {
        var files = new LinkedHashMap<>(Zips.read(Packets.write(folder)));
        files.put(path, new byte[1]);
        assertThat(failed(verify(files))).isEqualTo("archive");
    }

    @Test
    void refusesAnArchiveThatUnpacksToFarTooMuch() throws IOException {
        Map<String, byte[]> bomb = new LinkedHashMap<>();
        byte[] zeros = new byte[1 << 26];
        for (int i = 0; i < 5; i++) bomb.put(BASE + "data/" + i, zeros);
        Path zip = Zips.write(folder.resolve("bomb.zip"), bomb);
        assertThat(Files.size(zip)).isLessThan(1 << 22);
        assertThat(findings(verify(zip))).contains("unpacks to more than");
    }

    @Test
    void refusesThousandsOfEntriesAndWhatIsNoZip() throws IOException {
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 1000; i++) many.put(BASE + "data/" + i, new byte[0]);
        assertThat(findings(verify(many))).contains("more than 200 entries");

        Path text = Files.writeString(folder.resolve("letter.zip"), "Dear Sir");
        assertThat(failed(verify(text))).isEqualTo("archive");
        assertThat(failed(verify(folder.resolve("none.zip")))).isEqualTo("archive");
        assertThat(failed(verify(folder))).isEqualTo("archive");
    }

    @Test
    void aStrangePacketJsonIsAFaultNotAFailure() throws IOException {
        String[] strange = {"{}", "[]", "null", "{\"schema\":null}", "\u0000", "{\"schema\":\"other/1\"}"};
        for (String json : strange) {
            var files = new LinkedHashMap<>(Zips.read(Packets.write(folder)));
            files.put(BASE + "data/packet.json", json.getBytes(UTF_8));
            assertThat(failed(verify(files))).as(json).contains("index");
        }
    }

    private Verification verify(Map<String, byte[]> files) throws IOException {
        return verify(Zips.write(folder.resolve("tampered.zip"), files));
    }

    private static Verification verify(Path zip) {
        return new PacketVerifier().verify(zip);
    }

    private static String findings(Verification v) {
        return v.steps().stream().map(Verification.Step::finding).collect(joining("\n"));
    }

    private static String failed(Verification v) {
        return v.steps().stream().filter(s -> !s.passed()).map(Verification.Step::name).collect(joining(","));
    }
}
