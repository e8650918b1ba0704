package org.unlisted.crawl.signal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.crawl.signal.Contact;
import org.unlisted.crawl.signal.QrReader;
import org.unlisted.crawl.signal.SignalReader;
import org.unlisted.crawl.signal.Signals;

class QrReaderTest {
    private static final String TELEGRAM = "https://t.me/facekit_shop";
    private final QrReader reader = new QrReader();

    @ParameterizedTest
    @ValueSource(ints = {29, 58, 120, 400, 1500})
    void readsACodeInAnySize(int side) throws WriterException {
        assertThat(read(code(TELEGRAM, side, Color.BLACK, Color.WHITE))).containsExactly(TELEGRAM);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17, 45, 90, 133, 180, 270})
    void readsACodeInAnyDirection(int degrees) throws WriterException {
        assertThat(read(placed(degrees, Color.BLACK, Color.WHITE, 220))).containsExactly(TELEGRAM);
    }

    @Test
    void readsLightOnDark() throws WriterException {
        assertThat(read(placed(0, Color.WHITE, Color.BLACK, 240))).containsExactly(TELEGRAM);
    }

    @Test
    void readsASmallCodeInALargePhoto() throws WriterException {
        BufferedImage photo = photo(2400, 1800);
        photo.createGraphics().drawImage(code(TELEGRAM, 200, Color.BLACK, Color.WHITE), 2000, 1500, null);

        assertThat(read(photo)).containsExactly(TELEGRAM);
    }

    @Test
    void readsSeveralCodes() throws WriterException {
        BufferedImage photo = photo(900, 500);
        photo.createGraphics().drawImage(code(TELEGRAM, 220, Color.BLACK, Color.WHITE), 60, 100, null);
        photo.createGraphics().drawImage(code("weixin://dl/abc123", 220, Color.BLACK, Color.WHITE), 600, 200, null);

        assertThat(read(photo)).containsExactlyInAnyOrder(TELEGRAM, "weixin://dl/abc123");
    }

    @Test
    void findsNothingInPicturesWithoutACode() {
        assertThat(read(photo(640, 480))).isEmpty();
        assertThat(read(new BufferedImage(3, 900, BufferedImage.TYPE_INT_RGB))).isEmpty();
        assertThat(read(new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB))).isEmpty();
        assertThatThrownBy(() -> reader.read(0, 5, (x, y) -> 0)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Without a limit, a picture that is nothing but finder patterns keeps the reader for hours. */
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 6, 7, 20, 100})
    void isNotHeldUpByAPictureFullOfFinderPatterns(int across) {
        int side = 1400;
        int module = side / across / 9;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        for (int i = 0; i < across * across; i++) {
            int x = (i % across * 9 + 1) * module;
            int y = (i / across * 9 + 1) * module;
            for (int ring = 0; ring < 3; ring++) {
                pen.setColor(ring == 1 ? Color.WHITE : Color.BLACK);
                pen.fillRect(x + ring * module, y + ring * module, (7 - 2 * ring) * module, (7 - 2 * ring) * module);
            }
        }
        pen.dispose();
        long before = System.nanoTime();

        assertThat(read(image)).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void endsWithoutAWordOnNoise() {
        Random random = new Random(3);
        for (int side = 30; side < 300; side += 15) {
            BufferedImage noise = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < side * side; i++) noise.setRGB(i % side, i / side, random.nextBoolean() ? 0xffffff : 0);

            assertThat(read(noise)).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://u.wechat.com/AbCdEf123456, WECHAT, AbCdEf123456",
        "weixin://dl/chat/AbCdEf12, WECHAT, AbCdEf12",
        "https://weixin.qq.com/g/AbCdEf123456, WECHAT, AbCdEf123456",
        "https://qm.qq.com/q/AbCdEf1234, QQ, AbCdEf1234",
        "https://t.me/facekit_shop, TELEGRAM, facekit_shop",
        "tg://resolve?domain=facekit_shop, TELEGRAM, facekit_shop",
        "https://qr.alipay.com/fkx0123456789, WALLET, alipay:fkx0123456789",
        "bitcoin:16L5yRNPTuciSgXGHqYwn9N6NeoKqopAu?amount=1, WALLET, 16L5yRNPTuciSgXGHqYwn9N6NeoKqopAu",
        "https://wa.me/12025550143, WHATSAPP, 12025550143",
        "tel:+8613912345678, PHONE, 8613912345678"
    })
    void aCodeSpeaksLikeAText(String content, Contact.Kind kind, String canonical) {
        Signals signals = new SignalReader().read(content, "und");

        assertThat(signals.contacts()).hasSize(1).first().satisfies(contact -> {
            assertThat(contact.kind()).isEqualTo(kind);
            assertThat(contact.canonical()).isEqualTo(canonical);
        });
    }

    private List<String> read(BufferedImage image) {
        return reader.read(image.getWidth(), image.getHeight(), image::getRGB);
    }

    private static BufferedImage placed(int degrees, Color ink, Color paper, int side) throws WriterException {
        BufferedImage photo = photo(800, 600);
        Graphics2D pen = photo.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.translate(400, 300);
        pen.rotate(Math.toRadians(degrees));
        pen.drawImage(code(TELEGRAM, side, ink, paper), -side / 2, -side / 2, null);
        pen.dispose();
        return photo;
    }

    private static BufferedImage code(String text, int side, Color ink, Color paper) throws WriterException {
        BitMatrix bits = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, side, side,
                Map.of(EncodeHintType.MARGIN, side < 40 ? 0 : 4));
        BufferedImage image = new BufferedImage(bits.getWidth(), bits.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < bits.getHeight(); y++)
            for (int x = 0; x < bits.getWidth(); x++)
                image.setRGB(x, y, (bits.get(x, y) ? ink : paper).getRGB());
        return image;
    }

    /** Gradients, ellipses and noise: what a face and its background are to a reader of codes. */
    private static BufferedImage photo(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                int base = 70 + 60 * x / width + 60 * y / height + random.nextInt(24);
                image.setRGB(x, y, base << 16 | (base * 9 / 10) << 8 | base * 8 / 10);
            }
        Graphics2D pen = image.createGraphics();
        for (int i = 0; i < 12; i++) {
            int grey = random.nextInt(200);
            pen.setColor(new Color(grey, grey * 9 / 10, grey * 7 / 10));
            pen.fillOval(random.nextInt(width), random.nextInt(height), width / 6, height / 5);
        }
        pen.dispose();
        return image;
    }
}
