package org.unlisted.face.image.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.face.image.Decoding;
import org.unlisted.face.image.ImageDecoder;
import org.unlisted.face.image.ImageLimits;
import org.unlisted.face.image.Picture;

class ImageDecoderTest {

    private static final byte[] WEBP = Base64.getDecoder()
            .decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.standard());

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp"})
    void readsTheUsualFormats(String format) throws IOException {
        Picture picture = decoded(Drawn.encode(Drawn.halves(60, 40), format));

        assertThat(picture.width()).isEqualTo(60);
        assertThat(picture.height()).isEqualTo(40);
        assertThat(isReddish(picture, 5, 20)).isTrue();
        assertThat(isReddish(picture, 55, 20)).isFalse();
    }

    @Test
    void readsWebP() {
        assertThat(decoded(WEBP).width()).isEqualTo(1);
    }

    @Test
    void showsTransparencyAsWhite() throws IOException {
        BufferedImage clear = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);

        assertThat(decoded(Drawn.encode(clear, "png")).rgb(2, 2) & 0xffffff).isEqualTo(0xffffff);
    }

    @Test
    void refusesAPictureFortyThousandPixelsWideByItsHeaderAlone() {
        Decoding.Refused refused = refused(Drawn.pngHeader(40_000, 20_000));

        assertThat(refused.cause()).isEqualTo(Decoding.Cause.TOO_LARGE);
        assertThat(refused.reason()).contains("40,000 x 20,000 px").contains("40,000 px a side");
    }

    @Test
    void refusesManyPixelsOnShortSides() {
        assertThat(refused(Drawn.pngHeader(11_000, 11_000)).cause()).isEqualTo(Decoding.Cause.TOO_LARGE);
    }

    @Test
    void refusesMoreBytesThanAllowed() {
        ImageDecoder small = new ImageDecoder(new ImageLimits(1000, 100, 10_000));

        assertThat(small.decode(new byte[1001])).isInstanceOfSatisfying(Decoding.Refused.class, r -> {
            assertThat(r.cause()).isEqualTo(Decoding.Cause.TOO_LARGE);
            assertThat(r.reason()).contains("1,001 bytes");
        });
    }

    @Test
    void refusesTruncatedWebP() {
        assertThat(refused(Arrays.copyOf(WEBP, WEBP.length - 6)).cause()).isEqualTo(Decoding.Cause.TRUNCATED);
    }

    @Test
    void refusesWhatIsNotAPicture() {
        assertThat(refused(new byte[0]).cause()).isEqualTo(Decoding.Cause.NOT_AN_IMAGE);
        assertThat(refused("<html>404</html>".getBytes(UTF_8)).cause()).isEqualTo(Decoding.Cause.NOT_AN_IMAGE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "HEIC | \0\0\0\30ftypheic\0\0\0\0mif1heic", "HEIC | \0\0\0\30ftypmif1\0\0\0\0mif1heic",
        "AVIF | \0\0\0\34ftypavif\0\0\0\0mif1avif", "AVIF | \0\0\0\34ftypmif1\0\0\0\0mif1avif",
        "MP4 | \0\0\0\30ftypisom\0\0\2\0isommp41", "QuickTime | \0\0\0\24ftypqt  \0\0\0\0qt  ",
        "WebM | \u001aE\u00df\u00a3\u0001\0\0\0\0", "AVI | RIFF\1\2\0\0AVI LIST", "JPEG XL | \u00ff\n\u00fa\1",
        "JPEG 2000 | \0\0\0\fjP  \r\n\u0087\n", "Photoshop | 8BPS\0\1\0\0", "PDF | %PDF-1.7",
        "SVG | <svg xmlns='http://www.w3.org/2000/svg'/>", "SVG | <?xml version='1.0'?><!DOCTYPE svg><svg/>"})
    void namesAFormatThatItDoesNotRead(String format, String start) {
        Decoding.Refused refused = refused(start.getBytes(ISO_8859_1));

        assertThat(refused.cause()).isEqualTo(Decoding.Cause.UNSUPPORTED);
        assertThat(refused.reason()).contains(format);
    }

    @Test
    void namesJpegsThatItDoesNotRead() throws IOException {
        assertThat(refused(Drawn.file("arithmetic.jpg")).reason()).contains("arithmetic coding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless.webp", "ycck.jpg", "subsampled.jpg", "cmyk.tif", "jpeg.tif",
        "interlaced.png"})
    void readsWhatJavaCannotWrite(String name) throws IOException {
        assertShowsHalves(decoded(Drawn.file(name)), 96, 72);
    }

    @Test
    void readsTheFirstFrameOfAnAnimatedWebP() throws IOException {
        assertShowsHalves(decoded(Drawn.file("animated.webp")), 48, 36);
    }

    @Test
    void readsFaxes() throws IOException {
        Picture picture = decoded(Drawn.file("g4.tif"));

        assertThat(picture.rgb(5, 30)).isEqualTo(0xffffff);
        assertThat(picture.rgb(90, 30)).isZero();
    }

    @Test
    void readsFourInks() throws IOException {
        assertShowsHalves(decoded(Drawn.cmykJpeg(64, 48)), 64, 48);
    }

    @Test
    void readsProgressiveJpeg() throws IOException {
        assertShowsHalves(decoded(Drawn.progressive(Drawn.halves(60, 40))), 60, 40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"None", "LZW", "ZLib", "Deflate", "PackBits", "JPEG"})
    void readsTiff(String compression) throws IOException {
        assertShowsHalves(decoded(Drawn.tiff(Drawn.halves(60, 40), compression)), 60, 40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff"})
    void readsSixteenBits(String format) throws IOException {
        BufferedImage grey = new BufferedImage(10, 10, BufferedImage.TYPE_USHORT_GRAY);
        grey.getRaster().setSample(3, 4, 0, 0x8012);

        assertThat(decoded(Drawn.encode(grey, format)).rgb(3, 4)).isEqualTo(0x808080);
    }

    @Test
    void readsPalettesAndSingleBits() throws IOException {
        assertShowsHalves(
                decoded(Drawn.encode(Drawn.halves(60, 40, BufferedImage.TYPE_BYTE_INDEXED), "png")), 60, 40);
        BufferedImage bits = new BufferedImage(9, 9, BufferedImage.TYPE_BYTE_BINARY);
        bits.setRGB(4, 4, 0xffffff);

        assertThat(decoded(Drawn.encode(bits, "png")).rgb(4, 4)).isEqualTo(0xffffff);
    }

    /** Java takes plain grey for linear light where it has transparency, and would answer 188. */
    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void keepsGreyAsItIs(int bits) throws IOException {
        int type = bits == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT;
        ColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY), true, false, Transparency.TRANSLUCENT, type);
        BufferedImage image = new BufferedImage(model, model.createCompatibleWritableRaster(4, 4), false, null);
        int full = (1 << bits) - 1;
        image.getRaster().setPixel(1, 1, new int[] {full / 2, full});
        image.getRaster().setPixel(2, 2, new int[] {0, full / 2});

        Picture picture = decoded(Drawn.encode(image, "png"));

        assertThat(picture.rgb(1, 1)).isEqualTo(0x7f7f7f);
        assertThat(picture.rgb(2, 2)).isEqualTo(0x808080);
        assertThat(picture.rgb(3, 3)).isEqualTo(0xffffff);
    }

    @Test
    void showsAWebPWithTransparencyOnWhite() throws IOException {
        Picture picture = decoded(Drawn.file("alpha.webp"));

        assertThat(picture.rgb(10, 10)).isEqualTo(0xffffff);
        assertThat(isReddish(picture, 10, 60)).isTrue();
    }

    /** A picture that is red on the left, stored as a camera held in that way would store it. */
    @ParameterizedTest
    @CsvSource({"1, 60, 5, 20", "2, 60, 55, 20", "3, 60, 55, 20", "4, 60, 5, 20", "5, 40, 20, 5", "6, 40, 20, 5",
        "7, 40, 20, 55", "8, 40, 20, 55"})
    void turnsPicturesUprightAsExifSays(int orientation, int width, int redX, int redY) throws IOException {
        Picture picture = decoded(Drawn.withOrientation(Drawn.encode(Drawn.halves(60, 40), "jpeg"), orientation));

        assertThat(picture.width()).isEqualTo(width);
        assertThat(isReddish(picture, redX, redY)).isTrue();
        assertThat(isReddish(picture, picture.width() - 1 - redX, picture.height() - 1 - redY)).isFalse();
    }

    @Test
    void writesAJpegThatItReads() {
        Picture picture = Picture.of(2, 1, new int[] {0xff0000, 0xff0000});

        assertThat(decoded(picture.scaledTo(16, 16).toJpeg()).width()).isEqualTo(16);
    }

    private Picture decoded(byte[] bytes) {
        return switch (decoder.decode(bytes)) {
            case Decoding.Decoded decoded -> decoded.picture();
            case Decoding.Cut cut -> throw new AssertionError(cut.reason());
            case Decoding.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    private Decoding.Refused refused(byte[] bytes) {
        Decoding decoding = decoder.decode(bytes);
        assertThat(decoding).isInstanceOf(Decoding.Refused.class);
        return (Decoding.Refused) decoding;
    }

    private static void assertShowsHalves(Picture picture, int width, int height) {
        assertThat(picture.width()).isEqualTo(width);
        assertThat(picture.height()).isEqualTo(height);
        assertThat(isReddish(picture, 5, height / 2)).isTrue();
        int right = picture.rgb(width - 5, height / 2);
        assertThat(right & 255).isGreaterThan(150);
        assertThat(right >> 16 & 255).isLessThan(100);
    }

    private static boolean isReddish(Picture picture, int x, int y) {
        int rgb = picture.rgb(x, y);
        return (rgb >> 16 & 255) > 180 && (rgb & 255) < 80;
    }
}
