package org.unlisted.face.image.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.face.Samples;
import org.unlisted.face.image.Box;
import org.unlisted.face.image.Decoding;
import org.unlisted.face.image.ImageDecoder;
import org.unlisted.face.image.ImageLimits;
import org.unlisted.face.image.Picture;

/** What is left of a picture that was cut off: its real rows, and never what a reader fills the rest with. */
class CutPicturesTest {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 640;

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.standard());

    @ParameterizedTest
    @CsvSource({"jpeg, 0.2", "jpeg, 0.5", "jpeg, 0.8", "jpeg, 0.95", "png, 0.2", "png, 0.5", "png, 0.8", "png, 0.95",
        "gif, 0.2", "gif, 0.5", "gif, 0.8", "gif, 0.95", "bmp, 0.2", "bmp, 0.5", "bmp, 0.8", "bmp, 0.95"})
    void keepsTheRowsThatAreThere(String format, double share) throws IOException {
        byte[] file = Drawn.encode(Drawn.noise(WIDTH, HEIGHT), format);
        Picture whole = whole(file);

        Decoding.Cut cut = cut(Arrays.copyOf(file, (int) (file.length * share)));

        assertThat(cut.width()).isEqualTo(WIDTH);
        assertThat(cut.height()).isEqualTo(HEIGHT);
        assertThat(cut.place().height()).isBetween((int) (HEIGHT * (share - 0.12)), (int) (HEIGHT * (share + 0.05)));
        assertThat(cut.sound()).isEqualTo(whole.crop(cut.place()));
        assertThat(cut.reason()).contains("320 x 640 px").contains("cut off");
    }

    /** At every length, not only at four: a byte more must never let a row of filler in. */
    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp"})
    void neverShowsFillerWhereverTheFileEnds(String format) throws IOException {
        byte[] file = Drawn.encode(Drawn.noise(64, 160), format);
        Picture whole = whole(file);
        for (int length = 0; length < file.length; length += 1 + file.length / 700) {
            switch (decoder.decode(Arrays.copyOf(file, length))) {
                case Decoding.Decoded(Picture picture) -> assertThat(picture).isEqualTo(whole);
                case Decoding.Cut cut -> assertThat(cut.sound()).as("%d bytes", length).isEqualTo(whole.crop(cut.place()));
                case Decoding.Refused refused -> assertThat(refused.reason()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.8, 0.95})
    void keepsTheRowsOfAPhoto(double share) throws IOException {
        byte[] file = Samples.picture("strangers/s01.jpg");

        Decoding.Cut cut = cut(Arrays.copyOf(file, (int) (file.length * share)));

        assertThat(cut.sound()).isEqualTo(whole(file).crop(cut.place()));
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0, 320, 200", "2, 0, 0, 320, 200", "3, 0, 200, 320, 400", "4, 0, 200, 320, 400", "5, 0, 0, 200, 320",
        "6, 200, 0, 400, 320", "7, 200, 0, 400, 320", "8, 0, 0, 200, 320"})
    void saysWhereTheRowsBelongInATurnedPhoto(int orientation, int left, int top, int right, int bottom)
            throws IOException {
        byte[] file = Drawn.withOrientation(Drawn.encode(Drawn.noise(320, 400), "jpeg"), orientation);

        Decoding.Cut cut = cut(Arrays.copyOf(file, file.length / 2));

        assertThat(cut.sound()).isEqualTo(whole(file).crop(cut.place()));
        Box half = new Box(left, top, right, bottom);
        assertThat(Math.abs(cut.place().left() - half.left())).isLessThan(40);
        assertThat(Math.abs(cut.place().top() - half.top())).isLessThan(40);
        assertThat(Math.abs(cut.place().right() - half.right())).isLessThan(40);
        assertThat(Math.abs(cut.place().bottom() - half.bottom())).isLessThan(40);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.4})
    void refusesAProgressiveJpegThatIsABlurSoFar(double share) throws IOException {
        byte[] file = Drawn.progressive(Drawn.noise(WIDTH, HEIGHT));

        assertThat(decoder.decode(Arrays.copyOf(file, (int) (file.length * share))))
                .isInstanceOfSatisfying(Decoding.Refused.class, r ->
                        assertThat(r.cause()).isEqualTo(Decoding.Cause.TRUNCATED));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 0.95})
    void showsAProgressiveJpegWithoutItsLastScansALittleCoarser(double share) throws IOException {
        byte[] file = Drawn.progressive(Drawn.noise(WIDTH, HEIGHT));

        Decoding.Cut cut = cut(Arrays.copyOf(file, (int) (file.length * share)));

        assertThat(cut.place()).isEqualTo(new Box(0, 0, WIDTH, HEIGHT));
        assertThat(worst(cut.sound(), whole(file))).isLessThan(40);
        assertThat(cut.reason()).contains("coarser");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless.webp", "alpha.webp", "animated.webp", "g4.tif", "cmyk.tif", "jpeg.tif"})
    void refusesCutWebPAndTiff(String name) throws IOException {
        byte[] file = Drawn.file(name);
        for (double share : new double[] {0.2, 0.5, 0.8, 0.95})
            assertThat(decoder.decode(Arrays.copyOf(file, (int) (file.length * share))))
                    .as("%s at %s", name, share)
                    .isInstanceOfSatisfying(Decoding.Refused.class, r ->
                            assertThat(r.cause()).isIn(Decoding.Cause.TRUNCATED, Decoding.Cause.NOT_AN_IMAGE));
    }

    @Test
    void keepsNothingOfAnInterlacedPngThatMissesMostOfItsRows() throws IOException {
        byte[] file = Drawn.file("interlaced.png");
        Picture whole = whole(file);
        for (int length = 0; length < file.length; length += 3) {
            switch (decoder.decode(Arrays.copyOf(file, length))) {
                case Decoding.Decoded(Picture picture) -> assertThat(picture).isEqualTo(whole);
                case Decoding.Cut cut -> assertThat(cut.sound()).isEqualTo(whole.crop(cut.place()));
                case Decoding.Refused refused -> assertThat(refused.reason()).isNotBlank();
            }
        }
    }

    @Test
    void refusesWhatShowsNobody() throws IOException {
        byte[] file = Drawn.encode(Drawn.noise(WIDTH, HEIGHT), "png");

        assertThat(decoder.decode(Arrays.copyOf(file, file.length / 20)))
                .isInstanceOfSatisfying(Decoding.Refused.class, r ->
                        assertThat(r.cause()).isEqualTo(Decoding.Cause.TRUNCATED));
    }

    private Decoding.Cut cut(byte[] bytes) {
        return switch (decoder.decode(bytes)) {
            case Decoding.Cut cut -> cut;
            case Decoding.Decoded _ -> throw new AssertionError("taken for a whole picture");
            case Decoding.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    private Picture whole(byte[] bytes) {
        return switch (decoder.decode(bytes)) {
            case Decoding.Decoded(Picture picture) -> picture;
            case Decoding.Cut cut -> throw new AssertionError(cut.reason());
            case Decoding.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    /** The largest difference of a colour. */
    private static int worst(Picture one, Picture other) {
        int worst = 0;
        for (int y = 0; y < one.height(); y++)
            for (int x = 0; x < one.width(); x++)
                for (int shift = 0; shift <= 16; shift += 8)
                    worst = Math.max(
                            worst, Math.abs((one.rgb(x, y) >> shift & 255) - (other.rgb(x, y) >> shift & 255)));
        return worst;
    }
}
