package org.unlisted.face.quality.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.unlisted.face.Pictures;
import org.unlisted.face.Samples;
import org.unlisted.face.detect.Look;
import org.unlisted.face.djl.FaceModels;
import org.unlisted.face.image.Picture;
import org.unlisted.face.quality.Condition;
import org.unlisted.face.quality.FaceQuality;

class QualityTest {

    private static FaceModels models;
    private static Picture good;

    @BeforeAll
    static void open() throws IOException {
        models = FaceModels.openUncalibrated(Samples.CARDS, Samples.MODELS);
        good = Pictures.sample("enrol/p04/1.jpg");
    }

    @AfterAll
    static void close() {
        models.close();
    }

    @Test
    void callsALargeSharpBareFacePlain() {
        FaceQuality quality = quality(good);

        assertThat(quality.condition()).isEqualTo(Condition.PLAIN);
        assertThat(quality.yaw()).isBetween(-0.3, 0.3);
        assertThat(quality.pitch()).isBetween(0.3, 0.8);
        assertThat(quality.light()).isBetween(60.0, 220.0);
    }

    @Test
    void seesThatAFaceIsSmall() {
        Picture small = good.scaledTo(good.width() / 9, good.height() / 9);

        assertThat(quality(small).width()).isLessThan(48);
        assertThat(quality(small).condition()).isEqualTo(Condition.LOW_QUALITY);
    }

    @Test
    void seesThatALargeFaceIsBlurred() {
        Picture blurred = good.scaledTo(good.width() / 14, good.height() / 14).scaledTo(good.width(), good.height());

        assertThat(quality(blurred).sharpness()).isLessThan(quality(good).sharpness() / 2);
        assertThat(quality(blurred).condition()).isEqualTo(Condition.LOW_QUALITY);
    }

    @Test
    void seesThatAFaceLiesInTheDark() {
        assertThat(quality(lit(good, 0.12)).light()).isLessThan(30);
    }

    @Test
    void seesWhatTheLightHasEaten() {
        assertThat(quality(lit(good, 2.5)).clipped()).isGreaterThan(0.3);
    }

    @Test
    void seesToWhichSideAFaceIsTurned() {
        double yaw = quality(good).yaw();

        assertThat(quality(good.mirrored()).yaw()).isBetween(-yaw - 0.12, -yaw + 0.12);
    }

    private static Picture lit(Picture picture, double factor) {
        int[] rgb = new int[picture.width() * picture.height()];
        for (int i = 0; i < rgb.length; i++) {
            int from = picture.rgb(i % picture.width(), i / picture.width());
            for (int shift = 0; shift <= 16; shift += 8)
                rgb[i] |= (int) Math.min(255, (from >> shift & 255) * factor) << shift;
        }
        return Picture.of(picture.width(), picture.height(), rgb);
    }

    private static FaceQuality quality(Picture picture) {
        return models.reader().read(picture, Look.CAREFUL).getFirst().quality();
    }
}
