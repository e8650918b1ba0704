package org.unlisted.takedown.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.takedown.evidence.Redaction;
import org.unlisted.takedown.fixture.Pictures;
import org.unlisted.takedown.fixture.Samples;
import org.unlisted.takedown.sighting.Region;
import org.unlisted.takedown.sighting.SeenImage;

class RedactionTest {
    private static final Color FIELD = new Color(0x208020);
    private static final Color FILL = new Color(0x2b2f36);
    private final Redaction redaction = new Redaction();

    @Test
    void cutsTheFaceWithAQuarterAroundIt() throws IOException {
        byte[] image = png();
        BufferedImage cut = Pictures.decode(redaction.face(image, Pictures.seen(image), 240));

        // 60 x 80 px and a quarter of each on both sides: 90 x 120, enlarged twice
        assertThat(cut.getWidth()).isEqualTo(180);
        assertThat(cut.getHeight()).isEqualTo(240);
        assertThat(near(cut, 8, 8, FIELD)).isTrue();
        assertThat(red(cut, 90, 120)).isTrue();
    }

    @Test
    void fillsAStrangerWhoReachesIntoTheCut() throws IOException {
        byte[] image = png();
        SeenImage seen = seen(image, new Region(130, 100, 150, 130));
        BufferedImage cut = Pictures.decode(redaction.face(image, seen, 120));
        // cut: 45..135 x 60..180; the stranger's box grown by 35 % begins at 123
        assertThat(near(cut, 84, 55, FILL)).isTrue();
        assertThat(near(cut, 84, 10, FIELD)).isTrue();
        assertThat(red(cut, 72, 55)).as("our face beside it").isTrue();
    }

    @Test
    void showsOurFaceAsItIsAndAFrameAroundIt() throws IOException {
        byte[] image = png();
        BufferedImage covered = Pictures.decode(redaction.covered(image, Pictures.seen(image), 400));
        assertThat(covered.getWidth()).isEqualTo(400);
        assertThat(contrast(covered, 70, 110, 120)).as("stripes of our face").isGreaterThan(30);
        var frame = new Color(covered.getRGB(57, 120));
        assertThat(frame.getRed()).as("orange").isGreaterThan(180);
        assertThat(frame.getBlue()).isLessThan(90);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 250, 123})
    void leavesNoPixelOfAStranger(int maxWidth) throws IOException {
        byte[] image = png();
        BufferedImage covered = Pictures.decode(redaction.covered(image, Pictures.seen(image), maxWidth));
        assertThat(covered.getWidth()).isEqualTo(maxWidth);
        for (int x = 0; x < covered.getWidth(); x++) {
            for (int y = 0; y < covered.getHeight(); y++) {
                var c = new Color(covered.getRGB(x, y));
                assertThat(c.getBlue() - Math.max(c.getRed(), c.getGreen())).as("blue at %d,%d", x, y).isLessThan(24);
            }
        }
        double scale = maxWidth / 400.0;
        assertThat(near(covered, (int) (250 * scale), (int) (120 * scale), FILL)).isTrue();
        // grown by 35 %: 21 px to the sides, 28 above and below
        assertThat(near(covered, (int) (204 * scale), (int) (120 * scale), FILL)).isTrue();
        assertThat(near(covered, (int) (250 * scale), (int) (58 * scale), FILL)).isTrue();
    }

    @Test
    void makesTheSurroundingsCoarse() throws IOException {
        byte[] image = png();
        SeenImage nobodyElse = seen(image);
        BufferedImage covered = Pictures.decode(redaction.covered(image, nobodyElse, 400));
        assertThat(contrast(covered, 226, 238, 120)).as("stripes of a face that was missed").isLessThan(20);
        assertThat(contrast(Pictures.upright(), 226, 238, 120)).as("before").isGreaterThan(30);
    }

    @Test
    void keepsToTheStrangersOwnBoxWhereItOverlapsOurFace() throws IOException {
        byte[] image = png();
        SeenImage seen = seen(image, new Region(112, 80, 180, 160));
        BufferedImage covered = Pictures.decode(redaction.covered(image, seen, 400));
        assertThat(near(covered, 116, 120, FILL)).as("theirs").isTrue();
        assertThat(red(covered, 100, 120)).as("ours, though within their grown box").isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6})
    void turnsStoredPicturesUprightAndDropsTheirExif(int orientation) throws IOException {
        byte[] image = Pictures.turned(orientation);
        byte[] result = redaction.covered(image, Pictures.seen(image), 400);
        BufferedImage covered = Pictures.decode(result);
        assertThat(covered.getWidth()).isEqualTo(400);
        assertThat(red(covered, 90, 120)).isTrue();
        assertThat(near(covered, 250, 120, FILL)).isTrue();
        assertThat(new String(result, ISO_8859_1)).doesNotContain("Exif");
    }

    @Test
    void readsTransparentPicturesAndGreyOnes() throws IOException {
        for (int type : new int[] {BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_BYTE_GRAY}) {
            byte[] image = Pictures.encode(new BufferedImage(400, 300, type), "png");
            assertThat(redaction.covered(image, Pictures.seen(image), 400)).isNotEmpty();
        }
    }

    @Test
    void readsWebPAndJpegInPrintersColours() throws IOException {
        byte[] webp = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA=="); // 1 x 1 px
        var seen = new SeenImage(
                URI.create("https://market.example/a.webp"), Samples.sha256(webp), 1, 1, new Region(0, 0, 1, 1),
                List.of(), "e.sealed");
        assertThat(Pictures.decode(redaction.face(webp, seen, 16)).getWidth()).isEqualTo(16);

        byte[] cmyk = Pictures.cmykJpeg();
        assertThat(redaction.covered(cmyk, Pictures.seen(cmyk), 400)).isNotEmpty();
    }

    @Test
    void refusesAnotherPictureThanTheOneWhoseFacesAreKnown() throws IOException {
        byte[] image = png();
        byte[] other = Pictures.encode(new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB), "png");
        assertThatThrownBy(() -> redaction.covered(other, Pictures.seen(image), 400))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(Samples.sha256(image));

        byte[] small = Pictures.encode(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png");
        assertThatThrownBy(() -> redaction.covered(small, Pictures.seen(small), 400))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("40x30");
    }

    @Test
    void refusesDamagedPicturesWithAnIOException() throws IOException {
        byte[] text = "<html>".getBytes(ISO_8859_1);
        assertThatThrownBy(() -> redaction.face(text, Pictures.seen(text), 100)).isInstanceOf(IOException.class);
        byte[] half = Arrays.copyOf(png(), 200);
        assertThatThrownBy(() -> redaction.face(half, Pictures.seen(half), 100)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> redaction.face(half, Pictures.seen(half), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] png() throws IOException {
        return Pictures.encode(Pictures.upright(), "png");
    }

    private static SeenImage seen(byte[] image, Region... others) {
        return new SeenImage(
                URI.create("https://market.example/a.png"), Samples.sha256(image), 400, 300, Pictures.OURS,
                List.of(others), "e.sealed");
    }

    private static boolean near(BufferedImage picture, int x, int y, Color expected) {
        var c = new Color(picture.getRGB(x, y));
        return Math.abs(c.getRed() - expected.getRed()) < 28
                && Math.abs(c.getGreen() - expected.getGreen()) < 28
                && Math.abs(c.getBlue() - expected.getBlue()) < 28;
    }

    private static boolean red(BufferedImage picture, int x, int y) {
        var c = new Color(picture.getRGB(x, y));
        return c.getRed() > c.getGreen() + 40 && c.getRed() > c.getBlue() + 40;
    }

    /** Between the lightest and the darkest pixel of a row, 0 to 255. */
    private static int contrast(BufferedImage picture, int from, int to, int y) {
        int low = 255;
        int high = 0;
        for (int x = from; x < to; x++) {
            var c = new Color(picture.getRGB(x, y));
            int light = (c.getRed() + c.getGreen() + c.getBlue()) / 3;
            low = Math.min(low, light);
            high = Math.max(high, light);
        }
        return high - low;
    }
}
