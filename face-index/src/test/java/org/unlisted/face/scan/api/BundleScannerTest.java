package org.unlisted.face.scan.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.face.Samples;
import org.unlisted.face.enrol.EnrolmentDesk;
import org.unlisted.face.enrol.EnrolmentOutcome;
import org.unlisted.face.enrol.ReferenceVault;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.face.image.Box;
import org.unlisted.face.image.Decoding;
import org.unlisted.face.image.ImageDecoder;
import org.unlisted.face.image.ImageLimits;
import org.unlisted.face.image.Picture;
import org.unlisted.face.scan.BundleScanner;
import org.unlisted.face.scan.ImageScan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BundleScannerTest {

    @TempDir
    static Path dir;

    private static BundleScanner scanner;

    @BeforeAll
    static void enrolEverybody() throws IOException {
        ReferenceVault vault = new ReferenceVault(dir.resolve("vault"), Samples.key(1));
        try (EnrolmentDesk desk = EnrolmentDesk.open(Samples.CARDS, Samples.MODELS, vault)) {
            for (String id : people())
                assertThat(desk.enrol(new EnroleeId(id), Samples.enrolmentPhotos(id)))
                        .isInstanceOf(EnrolmentOutcome.Enrolled.class);
        }
        vault.writeSnapshot(dir.resolve("snapshot"), Samples.key(2));
        scanner = BundleScanner.open(Samples.CARDS, Samples.MODELS, dir.resolve("snapshot"), Samples.key(2));
    }

    @AfterAll
    static void close() {
        scanner.close();
    }

    @Test
    void saysWhomItLooksForAndFromWhereOn() {
        assertThat(scanner.enrolees()).isEqualTo(12);
        assertThat(scanner.references()).isEqualTo(36);
        assertThat(scanner.threshold().falseMatchRate()).isEqualTo(1e-4);
        assertThat(scanner.threshold().model()).isEqualTo("mobilefacenet-192");
    }

    @ParameterizedTest
    @MethodSource("people")
    void findsAnEnroleesIdPhotoAndGateCapture(String id) throws IOException {
        for (String kind : List.of("idphoto", "gate"))
            assertThat(scan("leaked/" + id + "/" + kind + ".jpg").faces()).singleElement()
                    .satisfies(f -> assertThat(first(f)).isEqualTo(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p01", "p02", "p03", "p04"})
    void findsBothFacesOfAHandHeldCard(String id) throws IOException {
        assertThat(scan("handheld/" + id + ".jpg").faces()).hasSize(2)
                .allSatisfy(f -> assertThat(first(f)).isEqualTo(id));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void findsEveryFaceOfAContactSheetAndTheEnroleesAmongThem(int sheet) throws IOException {
        JsonNode truth = JsonMapper.shared()
                .readTree(Files.readAllBytes(Samples.PEOPLE.resolve("people.json")))
                .path("sheets").path(sheet);
        List<ImageScan.FoundFace> faces =
                new ArrayList<>(scan(truth.path("file").stringValue()).faces());
        assertThat(faces).hasSize(truth.path("faces").size());
        for (JsonNode expected : truth.path("faces")) {
            ImageScan.FoundFace face = faces.stream()
                    .filter(f -> holdsMiddle(f.box(), expected.path("box")))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no face at " + expected.path("box")));
            String id = expected.path("identity").stringValue();
            if (id.startsWith("p")) assertThat(first(face)).isEqualTo(id);
        }
    }

    /**
     * Rendered faces are more alike than photographed ones: s02 stands just above the threshold, for a reviewer to
     * see.
     */
    @Test
    void knowsNoStrangerButTheOneWhoIsNearlyAlike() throws IOException {
        for (int i = 1; i <= 12; i++) {
            ImageScan.Scanned scan = scan("strangers/s%02d.jpg".formatted(i));
            assertThat(scan.faces()).hasSize(1);
            float nearest = i == 2 ? 0.55f : (float) scanner.threshold().cosine();
            assertThat(scan.faces().getFirst().candidates())
                    .as("s%02d", i)
                    .allSatisfy(c -> assertThat(c.cosine()).isLessThan(nearest));
        }
    }

    @Test
    void findsAFaceThatFillsItsPicture() throws IOException {
        ImageScan.FoundFace face = scan("leaked/p08/idphoto.jpg").faces().getFirst();
        ImageDecoder decoder = new ImageDecoder(ImageLimits.standard());
        Picture tight = switch (decoder.decode(Samples.picture("leaked/p08/idphoto.jpg"))) {
            case Decoding.Decoded decoded -> decoded.picture().crop(face.box());
            case Decoding.Refused refused -> throw new AssertionError(refused.toString());
            case Decoding.Cut cut -> throw new AssertionError(cut.reason());
        };

        assertThat(scanner.scan(tight.toJpeg())).isInstanceOfSatisfying(ImageScan.Scanned.class, s ->
                assertThat(s.faces()).anySatisfy(f -> assertThat(first(f)).isEqualTo("p08")));
    }

    @Test
    void answersWithNobodyWhereThereIsNoFace() {
        byte[] wall = Picture.of(300, 200, new int[300 * 200]).toJpeg();

        assertThat(scanner.scan(wall)).isEqualTo(new ImageScan.Scanned(300, 200, List.of()));
    }

    @Test
    void findsFacesButNobodyInAnEmptyGallery() throws IOException {
        ReferenceVault empty = new ReferenceVault(dir.resolve("empty"), Samples.key(1));
        empty.writeSnapshot(dir.resolve("empty-snapshot"), Samples.key(2));
        try (BundleScanner nobody =
                BundleScanner.open(Samples.CARDS, Samples.MODELS, dir.resolve("empty-snapshot"), Samples.key(2))) {
            assertThat(nobody.enrolees()).isZero();
            assertThat(nobody.scan(Samples.picture("leaked/p01/idphoto.jpg")))
                    .isInstanceOfSatisfying(ImageScan.Scanned.class, s -> {
                        assertThat(s.faces()).hasSize(1);
                        assertThat(s.hasCandidates()).isFalse();
                    });
        }
    }

    @Test
    void refusesBrokenPicturesAndGoesOn() throws IOException {
        byte[] whole = Samples.picture("leaked/p01/idphoto.jpg");

        assertThat(cause(Arrays.copyOf(whole, whole.length / 2))).isEqualTo(ImageScan.Refused.Cause.TRUNCATED);
        assertThat(cause("nothing".getBytes(StandardCharsets.UTF_8))).isEqualTo(ImageScan.Refused.Cause.NOT_AN_IMAGE);
        assertThat(scan("leaked/p01/idphoto.jpg").hasCandidates()).isTrue();
    }

    @Test
    void doesNotOpenWithAWrongKeyOrABrokenSnapshot() throws IOException {
        Path broken = Files.write(dir.resolve("broken-snapshot"), new byte[100]);

        assertThatThrownBy(() ->
                        BundleScanner.open(Samples.CARDS, Samples.MODELS, dir.resolve("snapshot"), Samples.key(9)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("snapshot");
        assertThatThrownBy(() -> BundleScanner.open(Samples.CARDS, Samples.MODELS, broken, Samples.key(2)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken-snapshot");
    }

    @Test
    void answersTheSameFromSeveralThreads() throws IOException {
        byte[] sheet = Samples.picture("sheets/sheet2.jpg");
        ImageScan alone = scanner.scan(sheet);

        List<ImageScan> together =
                IntStream.range(0, 4).parallel().mapToObj(i -> scanner.scan(sheet)).toList();

        assertThat(together).allMatch(alone::equals);
    }

    private static List<String> people() {
        return IntStream.rangeClosed(1, 12).mapToObj("p%02d"::formatted).toList();
    }

    private static ImageScan.Scanned scan(String name) throws IOException {
        return switch (scanner.scan(Samples.picture(name))) {
            case ImageScan.Scanned scanned -> scanned;
            case ImageScan.Refused refused -> throw new AssertionError(name + ": " + refused);
        };
    }

    private static ImageScan.Refused.Cause cause(byte[] image) {
        return switch (scanner.scan(image)) {
            case ImageScan.Scanned scanned -> throw new AssertionError(scanned.toString());
            case ImageScan.Refused refused -> refused.cause();
        };
    }

    private static String first(ImageScan.FoundFace face) {
        return face.candidates().isEmpty() ? "nobody" : face.candidates().getFirst().enroleeId().value();
    }

    private static boolean holdsMiddle(Box box, JsonNode truth) {
        int x = (truth.path(0).intValue() + truth.path(2).intValue()) / 2;
        int y = (truth.path(1).intValue() + truth.path(3).intValue()) / 2;
        return box.left() <= x && x < box.right() && box.top() <= y && y < box.bottom();
    }
}
