package org.unlisted.face.image.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.face.Samples;
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
        Picture picture = decoded(encode(halves(60, 40), format));

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

        assertThat(decoded(encode(clear, "png")).rgb(2, 2) & 0xffffff).isEqualTo(0xffffff);
    }

    @Test
    void refusesAPictureFortyThousandPixelsWideByItsHeaderAlone() {
        Decoding.Refused refused = refused(pngHeader(40_000, 20_000));

        assertThat(refused.cause()).isEqualTo(Decoding.Cause.TOO_LARGE);
        assertThat(refused.reason()).contains("40,000 x 20,000 px").contains("12,000 px a side");
    }

    @Test
    void refusesManyPixelsOnShortSides() {
        assertThat(refused(pngHeader(11_000, 11_000)).cause()).isEqualTo(Decoding.Cause.TOO_LARGE);
    }

    @Test
    void refusesMoreBytesThanAllowed() {
        ImageDecoder small = new ImageDecoder(new ImageLimits(1000, 100, 10_000));

        assertThat(small.decode(new byte[1001])).isInstanceOfSatisfying(Decoding.Refused.class, r -> {
            assertThat(r.cause()).isEqualTo(Decoding.Cause.TOO_LARGE);
            assertThat(r.reason()).contains("1001 bytes");
        });
    }

    @ParameterizedTest
    @CsvSource({"jpeg, 0.3", "jpeg, 0.6", "jpeg, 0.9", "jpeg, 0.98", "png, 0.3", "png, 0.9", "png, 0.99", "gif, 0.5",
        "gif, 0.9", "bmp, 0.5", "bmp, 0.99"})
    void refusesATruncatedPicture(String format, double share) throws IOException {
        byte[] whole = encode(noise(200, 150), format);

        Decoding.Refused refused = refused(Arrays.copyOf(whole, (int) (whole.length * share)));

        assertThat(refused.cause()).isEqualTo(Decoding.Cause.TRUNCATED);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.8, 0.97})
    void refusesATruncatedPhoto(double share) throws IOException {
        byte[] whole = Samples.picture("strangers/s01.jpg");

        assertThat(refused(Arrays.copyOf(whole, (int) (whole.length * share))).cause())
                .isEqualTo(Decoding.Cause.TRUNCATED);
    }

    @Test
    void refusesTruncatedWebP() {
        assertThat(refused(Arrays.copyOf(WEBP, WEBP.length - 6)).cause()).isEqualTo(Decoding.Cause.TRUNCATED);
    }

    @Test
    void refusesWhatIsNotAPicture() {
        assertThat(refused(new byte[0]).cause()).isEqualTo(Decoding.Cause.NOT_AN_IMAGE);
        assertThat(refused("<html>404</html>".getBytes(UTF_8)).cause()).isEqualTo(Decoding.Cause.NOT_AN_IMAGE);
        assertThat(refused("%PDF-1.7 ...".getBytes(UTF_8)).cause()).isEqualTo(Decoding.Cause.NOT_AN_IMAGE);
    }

    @Test
    void refusesAFormatItDoesNotRead() {
        byte[] heic = "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(US_ASCII);

        assertThat(refused(heic).cause()).isEqualTo(Decoding.Cause.UNSUPPORTED);
    }

    /** A picture that is red on the left, stored as a camera held in that way would store it. */
    @ParameterizedTest
    @CsvSource({"1, 60, 5, 20", "2, 60, 55, 20", "3, 60, 55, 20", "4, 60, 5, 20", "5, 40, 20, 5", "6, 40, 20, 5",
        "7, 40, 20, 55", "8, 40, 20, 55"})
    void turnsPicturesUprightAsExifSays(int orientation, int width, int redX, int redY) throws IOException {
        Picture picture = decoded(withOrientation(encode(halves(60, 40), "jpeg"), orientation));

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
            case Decoding.Refused refused -> throw new AssertionError(refused.toString());
        };
    }

    private Decoding.Refused refused(byte[] bytes) {
        Decoding decoding = decoder.decode(bytes);
        assertThat(decoding).isInstanceOf(Decoding.Refused.class);
        return (Decoding.Refused) decoding;
    }

    private static boolean isReddish(Picture picture, int x, int y) {
        int rgb = picture.rgb(x, y);
        return (rgb >> 16 & 255) > 180 && (rgb & 255) < 80;
    }

    /** Red on the left, blue on the right. */
    private static BufferedImage halves(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width - width / 2, height);
        canvas.dispose();
        return image;
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) image.setRGB(x, y, (x * 7919 ^ y * 104_729) * 2_654_435);
        return image;
    }

    private static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    /** Signature and first chunk of a PNG: pixels of this size would be gigabytes. */
    private static byte[] pngHeader(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(17);
        chunk.put("IHDR".getBytes(US_ASCII)).putInt(width).putInt(height);
        chunk.put(new byte[] {8, 2, 0, 0, 0}); // 8 bits, RGB
        CRC32 crc = new CRC32();
        crc.update(chunk.array());
        ByteBuffer png = ByteBuffer.allocate(8 + 4 + 17 + 4);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        return png.putInt(13).put(chunk.array()).putInt((int) crc.getValue()).array();
    }

    /** Inserts an Exif segment with one tag behind the start of a JPEG. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes(US_ASCII));
        exif.put("MM".getBytes(US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        byte[] out = new byte[jpeg.length + 36];
        System.arraycopy(jpeg, 0, out, 0, 2);
        System.arraycopy(exif.array(), 0, out, 2, 36);
        System.arraycopy(jpeg, 2, out, 38, jpeg.length - 2);
        return out;
    }
}
