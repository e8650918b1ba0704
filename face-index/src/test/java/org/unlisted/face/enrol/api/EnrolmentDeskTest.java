package org.unlisted.face.enrol.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.face.Samples;
import org.unlisted.face.enrol.EnrolmentDesk;
import org.unlisted.face.enrol.EnrolmentOutcome;
import org.unlisted.face.enrol.NamedPhoto;
import org.unlisted.face.enrol.ReferenceVault;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.face.image.Decoding;
import org.unlisted.face.image.ImageDecoder;
import org.unlisted.face.image.ImageLimits;
import org.unlisted.face.image.Picture;

class EnrolmentDeskTest {

    private static final EnroleeId ADA = new EnroleeId("ada");

    @TempDir
    Path dir;

    private ReferenceVault vault;
    private EnrolmentDesk desk;

    @BeforeEach
    void open() throws IOException {
        vault = new ReferenceVault(dir, Samples.key(1));
        desk = EnrolmentDesk.open(Samples.CARDS, Samples.MODELS, vault);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void enrolsOnePersonAndKeepsAPortrait() throws IOException {
        EnrolmentOutcome outcome = desk.enrol(ADA, Samples.enrolmentPhotos("p05"));

        assertThat(outcome).isInstanceOfSatisfying(
                EnrolmentOutcome.Enrolled.class, e -> assertThat(e.references().size()).isEqualTo(3));
        assertThat(vault.enrolees()).containsExactly(ADA);
        assertThat(new ImageDecoder(ImageLimits.standard()).decode(vault.portrait(ADA).orElseThrow()))
                .isInstanceOfSatisfying(
                        Decoding.Decoded.class, d -> assertThat(d.picture().width()).isBetween(112, 200));
    }

    @Test
    void namesThePhotoOfSomebodyElse() throws IOException {
        List<NamedPhoto> photos = new ArrayList<>(Samples.enrolmentPhotos("p01"));
        photos.add(new NamedPhoto("brother.jpg", Samples.picture("enrol/p09/1.jpg")));

        assertThat(reasons(photos)).singleElement().asString().contains("brother.jpg").contains("not the same person");
    }

    @Test
    void namesEachPhotoThatCannotBeUsed() throws IOException {
        List<NamedPhoto> photos = List.of(
                new NamedPhoto("good.jpg", Samples.picture("enrol/p01/1.jpg")),
                new NamedPhoto("wall.jpg", Picture.of(64, 64, new int[64 * 64]).toJpeg()),
                new NamedPhoto("party.jpg", Samples.picture("sheets/sheet2.jpg")),
                new NamedPhoto("far.jpg", shrunk(Samples.picture("enrol/p01/2.jpg"), 90, 120)),
                new NamedPhoto("letter.jpg", "Dear Sir".getBytes(StandardCharsets.UTF_8)));

        assertThat(reasons(photos)).satisfiesExactly(
                r -> assertThat(r).startsWith("wall.jpg: no face"),
                r -> assertThat(r).startsWith("party.jpg: ").contains("faces found"),
                r -> assertThat(r).startsWith("far.jpg: the face is ").contains("px wide"),
                r -> assertThat(r).startsWith("letter.jpg: not a picture"));
    }

    @Test
    void storesNothingOfAnEnrolmentThatItRefuses() throws IOException {
        desk.enrol(ADA, List.of(new NamedPhoto("party.jpg", Samples.picture("sheets/sheet2.jpg"))));
        desk.enrol(ADA, List.of());

        assertThat(vault.enrolees()).isEmpty();
        assertThat(dir).isEmptyDirectory();
    }

    private List<String> reasons(List<NamedPhoto> photos) throws IOException {
        return switch (desk.enrol(ADA, photos)) {
            case EnrolmentOutcome.Refused refused -> refused.reasons();
            case EnrolmentOutcome.Enrolled enrolled -> throw new AssertionError(enrolled.toString());
        };
    }

    private static byte[] shrunk(byte[] photo, int width, int height) {
        return switch (new ImageDecoder(ImageLimits.standard()).decode(photo)) {
            case Decoding.Decoded decoded -> decoded.picture().scaledTo(width, height).toJpeg();
            case Decoding.Refused refused -> throw new AssertionError(refused.toString());
            case Decoding.Cut cut -> throw new AssertionError(cut.reason());
        };
    }
}
