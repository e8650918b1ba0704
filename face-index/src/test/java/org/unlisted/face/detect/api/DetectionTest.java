package org.unlisted.face.detect.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.face.Pictures;
import org.unlisted.face.Samples;
import org.unlisted.face.detect.Face;
import org.unlisted.face.detect.Look;
import org.unlisted.face.djl.FaceModels;
import org.unlisted.face.embed.EmbeddedFace;
import org.unlisted.face.image.Picture;

/** Faces as leaked bundles have them: small, many, turned, on a card in a hand. Real networks, synthetic people. */
class DetectionTest {

    private static FaceModels models;

    @BeforeAll
    static void open() throws IOException {
        models = FaceModels.openUncalibrated(Samples.CARDS, Samples.MODELS);
    }

    @AfterAll
    static void close() {
        models.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void findsAndAlignsAFaceInEveryTurn(int quarters) throws IOException {
        Picture upright = Pictures.sample("leaked/p05/idphoto.jpg");
        EmbeddedFace straight = only(upright);

        EmbeddedFace turned = only(Pictures.turned(upright, quarters));

        double turn = Math.IEEEremainder(turned.face().roll() - 90 * quarters, 360);
        assertThat(turn).isCloseTo(straight.face().roll(), within(8.0));
        assertThat(turned.bare().orElseThrow().cosine(straight.bare().orElseThrow())).isGreaterThan(0.9f);
    }

    @ParameterizedTest
    @CsvSource({"62, 640, 480", "60, 1100, 850", "60, 2400, 1800"})
    void losesNoneOfTwentyFacesOnASheet(int cell, int width, int height) throws IOException {
        List<Picture> twenty = new ArrayList<>();
        for (int i = 0; i < 20; i++) twenty.add(Pictures.sample("leaked/p%02d/idphoto.jpg".formatted(i % 12 + 1)));

        List<Face> faces = faces(Pictures.sheet(twenty, 5, cell, width, height));

        assertThat(faces).hasSize(20);
        assertThat(faces).anyMatch(f -> f.box().width() < cell / 1.5);
    }

    @Test
    void findsAFaceOf24PxInAPhonesPhoto() throws IOException {
        Picture face = Pictures.sample("leaked/p03/idphoto.jpg");
        double share = (double) faces(face).getFirst().box().width() / face.width();
        int width = (int) Math.round(24 / share);
        Picture small = face.scaledTo(width, width * face.height() / face.width());

        List<Face> faces = faces(Pictures.laid(Pictures.paper(2000, 1500), small, 1300, 700));

        assertThat(faces).singleElement().satisfies(f -> {
            assertThat(f.box().width()).isBetween(18, 30);
            assertThat(f.box().left()).isBetween(1300, 1300 + width);
        });
    }

    @Test
    void findsTheFaceOnACardThatIsHeldSideways() throws IOException {
        Picture holder = Pictures.sample("leaked/p06/idphoto.jpg").scaledTo(900, 1200);
        Picture card = Pictures.turned(Pictures.sample("leaked/p06/idphoto.jpg").scaledTo(150, 200), 1);

        List<Face> faces = faces(Pictures.laid(holder, card, 60, 950));

        assertThat(faces).hasSize(2).anySatisfy(f -> assertThat(f.roll()).isCloseTo(90, within(20.0)));
    }

    @Test
    void seesNoFaceInPaper() {
        assertThat(faces(Pictures.paper(1500, 1000))).isEmpty();
    }

    private static EmbeddedFace only(Picture picture) {
        List<EmbeddedFace> faces = models.reader().read(picture, Look.CAREFUL);
        assertThat(faces).hasSize(1);
        return faces.getFirst();
    }

    private static List<Face> faces(Picture picture) {
        return models.reader().read(picture, Look.GLANCE).stream().map(EmbeddedFace::face).toList();
    }
}
