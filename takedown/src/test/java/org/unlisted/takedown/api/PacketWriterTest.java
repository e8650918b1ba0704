package org.unlisted.takedown.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseState;
import org.unlisted.takedown.evidence.Packer;
import org.unlisted.takedown.evidence.PacketRequest;
import org.unlisted.takedown.evidence.Part;
import org.unlisted.takedown.fixture.Packets;
import org.unlisted.takedown.fixture.Samples;
import org.unlisted.takedown.fixture.Warcs;
import org.unlisted.takedown.fixture.Zips;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PacketWriterTest {
    private static final String BASE = "C-2026-7K3M9Q2X.evidence/";

    @TempDir
    Path folder;

    @Test
    void writesABagWithOneFolderNamedLikeTheZip() throws IOException {
        Path zip = Packets.write(folder.resolve("packets"));
        assertThat(zip).isEqualTo(folder.resolve("packets/C-2026-7K3M9Q2X.evidence.zip"));
        assertThat(Zips.read(zip)).containsOnlyKeys(
                BASE + "bagit.txt",
                BASE + "bag-info.txt",
                BASE + "manifest-sha256.txt",
                BASE + "tagmanifest-sha256.txt",
                BASE + "data/README.txt",
                BASE + "data/capture.warc.gz",
                BASE + "data/images.json",
                BASE + "data/listing.json",
                BASE + "data/packet.json",
                BASE + "data/screenshot.png");
        assertThat(Zips.read(zip).get(BASE + "data/capture.warc.gz")).isEqualTo(Warcs.capture());
        assertThat(folder.resolve("packets").toFile().list()).hasSize(1);
    }

    @Test
    void isVerifiedBySha256sum() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/sha256sum")), "coreutils");
        Zips.unpack(Packets.write(folder), folder);
        assertThat(sha256sum()).isZero();

        Path listing = folder.resolve(BASE + "data/listing.json");
        Files.writeString(listing, Files.readString(listing).replace("12000", "12001"));
        assertThat(sha256sum()).isNotZero();
    }

    @Test
    void saysWhatTheListingClaimsAndHowTheMatchWasMade() throws IOException {
        JsonNode packet = json(Packets.write(folder), "data/packet.json");

        assertThat(packet.at("/schema").asString()).isEqualTo("unlisted-evidence-packet/1");
        assertThat(packet.at("/case_id").asString()).isEqualTo("C-2026-7K3M9Q2X");
        assertThat(packet.at("/captured_at").asString()).isEqualTo("2026-11-22T04:40:00Z");
        assertThat(packet.at("/sealed_at").asString()).isEqualTo("2026-11-22T10:00:00Z");
        assertThat(packet.at("/listing/url").asString()).isEqualTo(Samples.LISTING.toString());
        assertThat(packet.at("/listing/appears_to_offer/quote").asString()).contains("12000套");
        assertThat(packet.at("/listing/appears_to_offer/price").decimalValue()).isEqualByComparingTo("1500.50");
        assertThat(packet.at("/listing/appears_to_offer/price_per_face").decimalValue())
                .isEqualByComparingTo("0.125041667");
        assertThat(packet.at("/match/decision/outcome").asString()).isEqualTo("confirmed");
        assertThat(packet.at("/match/seen/0/cosine").doubleValue()).isEqualTo(0.7123);
        assertThat(packet.at("/match/seen/0/threshold").doubleValue()).isEqualTo(0.4321);
        assertThat(packet.at("/match/seen/0/false_match_rate").doubleValue()).isEqualTo(1e-4);
        assertThat(packet.at("/match/seen/0/face/left").intValue()).isEqualTo(100);
        assertThat(packet.at("/files")).hasSize(5);
        assertThat(packet.at("/failures")).isEmpty();
    }

    @Test
    void listsEveryPictureOfTheListingAndMarksThoseAtIssue() throws IOException {
        JsonNode images = json(Packets.write(folder), "data/images.json").get("images");
        assertThat(images).hasSize(2);
        assertThat(images.at("/0/sha256").asString()).isEqualTo(Samples.sha256(Samples.IMAGE_BYTES));
        assertThat(images.at("/0/at_issue").booleanValue()).isTrue();
        assertThat(images.at("/1/at_issue").booleanValue()).isFalse();
    }

    @Test
    void namesNeitherTheEnroleeNorTheReviewerNorTheirWords() throws IOException {
        for (Map.Entry<String, byte[]> file : Zips.read(Packets.write(folder)).entrySet())
            assertThat(new String(file.getValue(), UTF_8))
                    .as(file.getKey())
                    .doesNotContain(Samples.SUBJECT, "Ada Example", "\"mai\"", "\"s1\"", ".sealed");
    }

    @Test
    void isWrittenWithoutAScreenshotAndSaysWhy() throws IOException {
        Path zip = Packets.write(folder, Warcs.capture(), new Part.Missing("no browser was found"));
        JsonNode failure = json(zip, "data/packet.json").at("/failures/0");
        assertThat(failure.get("part").asString()).isEqualTo("screenshot");
        assertThat(failure.get("reason").asString()).isEqualTo("no browser was found");
        assertThat(new String(Zips.read(zip).get(BASE + "data/README.txt"), UTF_8)).contains("no browser was found");
        assertThat(Zips.read(zip)).doesNotContainKey(BASE + "data/screenshot.png");
    }

    @Test
    void givesTheSameBytesForTheSameCaseAndMoment() throws IOException {
        byte[] first = Files.readAllBytes(Packets.write(folder));
        assertThat(Packets.write(folder)).hasBinaryContent(first);
        try (var zip = new ZipFile(Packets.write(folder).toFile())) {
            assertThat(zip.stream().map(e -> e.getTimeLocal().getYear())).containsOnly(1980);
        }
    }

    @Test
    void packsNothingThatNobodyConfirmed() {
        Case c = Samples.confirmed();
        var dismissed = new CaseState.Dismissed(Samples.review());
        for (CaseState state : new CaseState[] {new CaseState.UnderReview(), dismissed}) {
            var other = new Case(c.id(), c.subject(), c.listing(), c.sightings(), state, c.openedAt());
            assertThatThrownBy(() -> new PacketRequest(other, new Part.Held(new byte[1]), Packets.SCREENSHOT))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not confirmed");
        }
    }

    @Test
    void letsNobodyForgeLinesOfTheBagsDescription() {
        assertThatThrownBy(() -> new Packer("Relief\nPayload-Oxum: 1.1", "unlisted", "0.1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private int sha256sum() throws IOException, InterruptedException {
        Process sum = new ProcessBuilder("sha256sum", "-c", "manifest-sha256.txt", "tagmanifest-sha256.txt")
                .directory(folder.resolve(BASE).toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sum.log").toFile())
                .start();
        assertThat(sum.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return sum.exitValue();
    }

    private static JsonNode json(Path zip, String path) throws IOException {
        return new JsonMapper().readTree(Zips.read(zip).get(BASE + path));
    }
}
