package org.unlisted.face.mask.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.unlisted.face.Pictures;
import org.unlisted.face.Samples;
import org.unlisted.face.detect.Landmarks;
import org.unlisted.face.detect.Look;
import org.unlisted.face.djl.FaceModels;
import org.unlisted.face.embed.EmbeddedFace;
import org.unlisted.face.embed.Embedding;
import org.unlisted.face.image.Picture;
import org.unlisted.face.image.Point;
import org.unlisted.face.mask.MaskPainter;
import org.unlisted.face.mask.MaskShape;
import org.unlisted.face.quality.Condition;

/** Masks, painted and rendered ones, on synthetic people. */
class MaskTest {

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
    @EnumSource(MaskShape.class)
    void coversTheMouthAndLeavesTheEyes(MaskShape shape) throws IOException {
        Picture bare = Pictures.sample("enrol/p02/1.jpg");
        Landmarks landmarks = models.reader().landmarks(bare, face(bare).face());

        Picture masked = MaskPainter.paint(bare, landmarks, shape, 0x00ff00);

        Point mouth = landmarks.centre(48, 60);
        int at = masked.rgb((int) mouth.x(), (int) mouth.y());
        assertThat(at >> 8 & 255).as("green").isGreaterThan(100);
        assertThat(at >> 16 & 255).as("red").isLessThan(20);
        for (int eye = 36; eye < 48; eye++) {
            Point p = landmarks.points().get(eye);
            assertThat(masked.rgb((int) p.x(), (int) p.y())).isEqualTo(bare.rgb((int) p.x(), (int) p.y()));
        }
        assertThat(face(masked).quality().condition()).isEqualTo(Condition.MASKED);
    }

    /** Rendered masks with folds and shadows, which nothing was fitted on. */
    @Test
    void tellsMaskedPeopleFromBareOnes() throws IOException {
        for (int i = 1; i <= 12; i++) {
            String person = "p%02d".formatted(i);
            EmbeddedFace masked = face(Pictures.sample("leaked/" + person + "/masked.jpg"));
            assertThat(masked.covered()).as(person).isPresent();
            assertThat(face(Pictures.sample("leaked/" + person + "/idphoto.jpg")).bare()).as(person).isPresent();
        }
    }

    @Test
    void makesACopyForEachShapeThatIsNearerToTheMaskedPersonThanTheBarePhoto() throws IOException {
        Picture bare = Pictures.sample("enrol/p07/1.jpg");
        EmbeddedFace reference = face(bare);
        Embedding probe = face(Pictures.sample("leaked/p07/masked.jpg")).covered().orElseThrow();

        List<Embedding> copies = models.reader().masked(bare, reference.face());

        assertThat(copies).hasSize(MaskShape.values().length);
        assertThat(Embedding.mean(copies).cosine(probe)).isGreaterThan(reference.bare().orElseThrow().cosine(probe));
    }

    private static EmbeddedFace face(Picture picture) {
        List<EmbeddedFace> faces = models.reader().read(picture, Look.CAREFUL);
        assertThat(faces).hasSize(1);
        return faces.getFirst();
    }
}
