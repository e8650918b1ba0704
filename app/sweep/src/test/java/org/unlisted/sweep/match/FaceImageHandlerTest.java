package org.unlisted.sweep.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.WriterException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.capture.OfferImage;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.face.enrol.ReferenceVault;

class FaceImageHandlerTest {
    private static final byte[] KEY = new byte[32];
    private static final OfferListing OFFER = SellerSignalsTest.offer("/1", "人脸", "飞机 @face_king");

    @TempDir
    static Path dir;

    private static final FaceImageHandler HANDLER = new FaceImageHandler();

    @BeforeAll
    static void open() throws IOException {
        new ReferenceVault(dir.resolve("references"), KEY).writeSnapshot(dir.resolve("snapshot"), KEY, "none");
        HANDLER.open(
                Map.of(
                        FaceImageHandler.MODEL_CARDS, "../../config/models",
                        FaceImageHandler.MODELS, "../../face-index/target/models",
                        FaceImageHandler.SNAPSHOT, dir.resolve("snapshot").toString(),
                        FaceImageHandler.ATTACHMENTS, dir.resolve("evidence").toString()),
                Map.of(
                        FaceImageHandler.SNAPSHOT_KEY, KEY,
                        FaceImageHandler.EVIDENCE_KEY, KEY,
                        FaceImageHandler.CONTACT_KEY, KEY));
    }

    @AfterAll
    static void close() {
        HANDLER.close();
    }

    @Test
    void namesTheSellerInTheQrCodeOfAPicture() throws IOException, WriterException {
        byte[] picture = SellerSignalsTest.code("https://t.me/face_king").toJpeg();
        PictureFinding finding = HANDLER.look(image(picture));

        assertThat(finding.contacts()).isEqualTo(new SellerSignals(KEY).seen("market", OFFER, 1).contacts()).hasSize(1);
        assertThat(HANDLER.handle(image(picture))).singleElement().asString().doesNotContain("t.me/face_king");
    }

    @Test
    void namesNobodyWhereAPictureCannotBeRead() throws IOException {
        assertThat(HANDLER.look(image(new byte[] {1, 2, 3})).contacts()).isEmpty();
    }

    private static OfferImage image(byte[] body) {
        return new OfferImage(
                new Exchange(
                        URI.create("https://market.example/1.jpg"),
                        Instant.EPOCH,
                        200,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        false,
                        body),
                List.of(OFFER));
    }
}
