package org.unlisted.console;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.unlisted.console.demo.Expected;
import org.unlisted.console.demo.MarketServer;
import org.unlisted.face.djl.FaceModels;
import org.unlisted.face.embed.EmbeddedFace;
import org.unlisted.face.embed.Embedding;
import org.unlisted.face.image.Decoding;
import org.unlisted.face.image.ImageDecoder;
import org.unlisted.face.image.ImageLimits;
import org.unlisted.face.image.Picture;
import org.unlisted.takedown.evidence.PacketVerifier;
import tools.jackson.databind.JsonNode;

/** The main job, through the launcher: one demo, then what it left behind is looked at from all sides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path OUT = TARGET.resolve("demo-it");
    private static final Path MODELS = Launcher.ROOT.resolve("face-index/target/models");
    private static final Path CARDS = Launcher.ROOT.resolve("config/models");
    private static final Path MARKET = Launcher.SAMPLES.resolve("market");
    private static final Path CHAT = Launcher.SAMPLES.resolve("chats/telegram");

    private Expected expected;
    private Launcher.Result demo;
    private JsonNode done;

    @BeforeAll
    void runTheDemo() throws Exception {
        expected = Expected.read(Launcher.SAMPLES.resolve("expected.json"));
        demo = Launcher.run(TARGET, Map.of(), "demo", "--once", "--json", "--out", OUT.toString());
        assertThat(demo.out()).as(demo.err()).isNotBlank();
        done = demo.last();
    }

    @Test
    void comesOutAsExpected() {
        assertThat(demo.exitCode()).as(demo.err() + done).isZero();
        assertThat(done.get("event").asString()).isEqualTo("done");
        JsonNode score = done.get("expected");
        assertThat(score.get("found").intValue()).isEqualTo(expected.found().size());
        assertThat(score.get("missed").intValue()).isZero();
        assertThat(score.get("strangersMatched").intValue()).isZero();
        assertThat(score.get("nearMissCases").intValue()).isZero();
        assertThat(done.get("offers").intValue()).isEqualTo(expected.offers().size());
        assertThat(done.get("pages").intValue()).isGreaterThanOrEqualTo(40);
        expected.skipped()
                .forEach((reason, items) ->
                        assertThat(done.get("skipped").get(reason).intValue()).isEqualTo(items.size()));
    }

    @Test
    void leavesItsCountsForPrometheus() throws Exception {
        assertThat(Files.readString(OUT.resolve("metrics.prom")))
                .contains("unlisted_sweeps_total{outcome=\"done\"} 1.0", "unlisted_skipped_total{reason=\"robots\"} 1.0");
    }

    @Test
    void staysWithinItsMemory() {
        // 1.5 GB is what an NGO's laptop can spare; a bound on memory, unlike one on time, is the same on a busy machine
        assertThat(done.get("peakRssMb").longValue()).isLessThan(1_500);
    }

    @Test
    void standsANearOneWhichTheReviewerDismisses() {
        assertThat(expected.near()).isNotEmpty();
        int confirmed = done.get("packets").size();
        assertThat(done.get("cases").intValue()).isEqualTo(confirmed + expected.near().size());
    }

    @Test
    void sealsAPacketForEachConfirmedCaseThatVerifies() throws Exception {
        assertThat(done.get("packets")).hasSizeGreaterThanOrEqualTo(expected.found().size());
        for (JsonNode packet : done.get("packets")) {
            Path zip = Path.of(packet.asString());
            assertThat(new PacketVerifier().verify(zip).passed()).as(zip.toString()).isTrue();
        }
    }

    @Test
    void packetsSatisfySha256sumToo() throws Exception {
        Path bag = Files.createTempDirectory(TARGET, "bag");
        unzip(Path.of(done.get("packets").get(0).asString()), bag);
        Path root;
        try (Stream<Path> folders = Files.list(bag)) {
            root = folders.findFirst().orElseThrow(); // a zipped bag is one folder, RFC 8493 section 4.2
        }
        for (String manifest : List.of("manifest-sha256.txt", "tagmanifest-sha256.txt")) {
            Process check = new ProcessBuilder("sha256sum", "--strict", "-c", manifest)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(check.getInputStream().readAllBytes(), UTF_8);
            assertThat(check.waitFor()).as(said).isZero();
        }
    }

    @Test
    void writesANoticeInTheLanguageOfEachListing() throws Exception {
        assertThat(done.get("notices")).hasSameSizeAs(done.get("packets"));
        Set<String> languages = new HashSet<>();
        for (JsonNode notice : done.get("notices")) {
            String name = Path.of(notice.asString()).getFileName().toString();
            String language = name.replaceAll(".*\\.([A-Za-z-]+)\\.txt", "$1");
            languages.add(language);
            String text = Files.readString(Path.of(notice.asString()));
            if (text.contains("/xian/")) assertThat(language).as(name).isEqualTo("zh-CN");
            if (text.contains("/cho/")) assertThat(language).as(name).isEqualTo("vi");
            if (text.contains("/shop/")) assertThat(language).as(name).isEqualTo("en");
            for (Expected.Enrol person : expected.enrol()) assertThat(text).doesNotContain(person.name());
        }
        assertThat(languages).contains("zh-CN", "vi", "en");
    }

    @Test
    void strangersAreForgotten() throws Exception {
        ByteSearch search = new ByteSearch();
        int[] control = {0};
        Set<Path> kept = confirmedImages();
        try (FaceModels models = FaceModels.open(CARDS, MODELS)) {
            for (Path image : images()) {
                byte[] bytes = Files.readAllBytes(image);
                boolean known = kept.contains(image);
                String name = Launcher.SAMPLES.relativize(image).toString();
                if (!known) search.addPicture(name, bytes);
                addEmbeddings(search, models, bytes, name, control);
            }
        }
        assertThat(control[0]).as("faces whose embeddings are looked for").isGreaterThan(60);
        assertThat(search.findings(OUT)).isEmpty();
        try (Stream<Path> scratch = Files.list(OUT.resolve("work"))) {
            assertThat(scratch).isEmpty();
        }
    }

    @Test
    void logsHoldIdsAndCounts() throws Exception {
        List<Path> logs;
        try (Stream<Path> files = Files.list(OUT.resolve("logs"))) {
            logs = files.toList();
        }
        assertThat(logs).isNotEmpty();
        for (Path log : logs) {
            String text = Files.readString(log);
            assertThat(text).contains("event=crawl-done").doesNotContain("http://", ".jpg", ".html");
            for (Expected.Enrol person : expected.enrol()) assertThat(text).doesNotContain(person.name());
        }
    }

    @Test
    void theSearchForStrangersWouldFindThem() throws Exception {
        ByteSearch search = new ByteSearch();
        Path present = confirmedImages().iterator().next();
        byte[] bytes = Files.readAllBytes(present);
        search.addPicture("a picture that stays", bytes);
        assertThat(search.findings(OUT)).anyMatch(f -> f.contains(".zip!"));
    }

    @Test
    void noStrangersFaceIsInTheReportOrInAScreenshot() throws Exception {
        List<byte[]> shown = new ArrayList<>(reportImages());
        assertThat(shown).hasSizeGreaterThan(20);
        shown.addAll(screenshots());
        try (FaceModels models = FaceModels.open(CARDS, MODELS)) {
            List<Embedding> enrolled = enrolled(models);
            List<Embedding> strangers = strangers(models);
            for (byte[] image : shown)
                for (EmbeddedFace face : faces(models, image))
                    assertThat(closest(enrolled, face)).isGreaterThan(closest(strangers, face));
        }
    }

    private static double closest(List<Embedding> people, EmbeddedFace face) {
        return people.stream().mapToDouble(p -> p.cosine(face.embedding())).max().orElseThrow();
    }

    /** The strangers of the samples, and whoever shows in pictures of offers where nobody is confirmed. */
    private List<Embedding> strangers(FaceModels models) throws IOException {
        Set<Path> kept = confirmedImages();
        List<Path> pictures = new ArrayList<>(images());
        pictures.removeIf(kept::contains);
        // pages that are no offers show enrolled people too
        pictures.removeIf(p -> p.startsWith(CHAT) || expected.neverFetched().contains("/img/" + p.getFileName()));
        try (Stream<Path> files = Files.list(Launcher.SAMPLES.resolve("people/strangers"))) {
            files.forEach(pictures::add);
        }
        List<Embedding> all = new ArrayList<>();
        for (Path picture : pictures)
            for (EmbeddedFace face : faces(models, Files.readAllBytes(picture))) all.add(face.embedding());
        assertThat(all).hasSizeGreaterThan(12);
        return all;
    }

    @Test
    void sweepsAgainWithoutNewCasesAndNeverAsksForWhatIsNoOffers() throws Exception {
        try (MarketServer market = MarketServer.start(MARKET)) {
            Map<String, String> home =
                    Map.of("UNLISTED_HOME", OUT.toString(), "MARKET", market.origin().toString());
            Path folder = Files.createTempDirectory(TARGET, "sweep");
            Launcher.Result sweep = Launcher.run(
                    folder, home, "sweep", Launcher.SAMPLES.resolve("plan.yaml").toString(), "--json", "--out", "again");
            assertThat(sweep.exitCode()).as(sweep.err()).isEqualTo(3); // robots, login and the like were left out
            assertThat(sweep.last().get("candidates").intValue())
                    .isEqualTo(done.get("candidates").intValue());
            assertThat(folder.resolve("again/report.html")).exists();
            assertThat(market.requested()).contains("/robots.txt").doesNotContainAnyElementsOf(expected.neverFetched());
        }
    }

    /** Pictures in which somebody enrolled is confirmed: they stay, in packets. */
    private Set<Path> confirmedImages() {
        Set<Path> images = new HashSet<>();
        for (Expected.Found found : expected.found())
            for (String image : found.images()) images.add(file(image));
        for (Expected.MayBeFound maybe : expected.mayBeFound()) images.addAll(imagesOf(maybe));
        return images;
    }

    private static Path file(String image) {
        return image.startsWith("/") ? MARKET.resolve(image.substring(1)) : CHAT.resolve(image);
    }

    private static Set<Path> imagesOf(Expected.MayBeFound maybe) {
        try (Stream<Path> all = Files.walk(MARKET.resolve("img"))) {
            // some pages are not UTF-8; names of pictures are ASCII in all of them
            String page = Files.readString(
                    MARKET.resolve(maybe.listing().substring(1).replaceAll("#.*", "")), ISO_8859_1);
            return new HashSet<>(all.filter(Files::isRegularFile)
                    .filter(f -> page.contains(f.getFileName().toString()))
                    .toList());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> images() throws IOException {
        List<Path> images = new ArrayList<>();
        for (Path folder : List.of(MARKET.resolve("img"), CHAT.resolve("photos")))
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile).forEach(images::add);
            }
        return images;
    }

    /**
     * Float and quantised bytes of the embedding of every face in a picture: a probe's is written nowhere, not even an
     * enrolled person's.
     */
    private static void addEmbeddings(ByteSearch search, FaceModels models, byte[] image, String name, int[] count) {
        for (EmbeddedFace face : faces(models, image)) {
            count[0]++;
            float[] vector = new float[face.embedding().dimension()];
            face.embedding().copyTo(vector, 0);
            for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
                ByteBuffer floats = ByteBuffer.allocate(vector.length * 4).order(order);
                for (float v : vector) floats.putFloat(v);
                search.add("embedding of a face in " + name, floats.array(), 64);
            }
            byte[] quantised = new byte[vector.length];
            for (int i = 0; i < vector.length; i++) quantised[i] = (byte) Math.round(vector[i] * 127);
            search.add("quantised embedding of a face in " + name, quantised, 32);
        }
    }

    private List<Embedding> references = List.of();

    private List<Embedding> enrolled(FaceModels models) throws IOException {
        if (!references.isEmpty()) return references;
        List<Embedding> all = new ArrayList<>();
        for (Expected.Enrol person : expected.enrol())
            for (String photo : person.photos())
                for (EmbeddedFace face : faces(models, Files.readAllBytes(Launcher.SAMPLES.resolve(photo))))
                    all.add(face.embedding());
        references = all;
        return all;
    }

    private static List<EmbeddedFace> faces(FaceModels models, byte[] image) {
        return switch (new ImageDecoder(ImageLimits.standard()).decode(image)) {
            case Decoding.Decoded(Picture picture) -> models.reader().read(picture);
            case Decoding.Refused _, Decoding.Cut _ -> List.of();
        };
    }

    private List<byte[]> reportImages() throws IOException {
        String html = Files.readString(Path.of(done.get("report").asString()));
        Matcher data = Pattern.compile("data:image/(?:jpeg|png);base64,([A-Za-z0-9+/=]+)").matcher(html);
        List<byte[]> images = new ArrayList<>();
        while (data.find()) images.add(Base64.getDecoder().decode(data.group(1)));
        for (byte[] image : images) assertThat(ImageIO.read(new ByteArrayInputStream(image))).isNotNull();
        return images;
    }

    private List<byte[]> screenshots() throws IOException {
        List<byte[]> found = new ArrayList<>();
        for (JsonNode packet : done.get("packets"))
            try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(Path.of(packet.asString())))) {
                for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry())
                    if (e.getName().endsWith("screenshot.png")) found.add(zip.readAllBytes());
            }
        return found;
    }

    private static void unzip(Path packet, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(packet))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                Path file = folder.resolve(e.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
    }
}
