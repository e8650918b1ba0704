package org.unlisted.face.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.face.Pictures;
import org.unlisted.face.Samples;
import org.unlisted.face.detect.Look;
import org.unlisted.face.djl.FaceModels;
import org.unlisted.face.model.Sha256;

/** Somebody brings a network of their own: any TorchScript file, here one convolution of 64 x 64 px with 512 answers. */
class OwnModelTest {

    private static final int SIDE = 64;
    private static final int CHANNELS = 8;

    @TempDir
    Path dir;

    private Path cards;
    private Path models;

    @BeforeEach
    void takeTheOtherModels() throws IOException {
        cards = Files.createDirectory(dir.resolve("cards"));
        models = Files.createDirectory(dir.resolve("models"));
        for (String name : List.of("blazeface", "landmark68")) {
            Files.copy(Samples.CARDS.resolve(name + ".yaml"), cards.resolve(name + ".yaml"));
            Files.copy(Samples.MODELS.resolve(name + ".pt"), models.resolve(name + ".pt"));
        }
    }

    @Test
    void embedsFacesInItsOwnSizeAndDimension() throws IOException {
        bring(x -> x, 512);

        try (FaceModels opened = FaceModels.openUncalibrated(cards, models)) {
            var face = opened.reader().read(Pictures.sample("leaked/p01/idphoto.jpg"), Look.CAREFUL).getFirst();

            assertThat(face.bare().orElseThrow().dimension()).isEqualTo(512);
            assertThat(opened.embedderCard().version()).startsWith("own-512-");
        }
    }

    @Test
    void findsNobodyBeforeItIsCalibrated() throws IOException {
        bring(x -> x, 512);

        assertThatIllegalArgumentException().isThrownBy(() -> FaceModels.open(cards, models))
                .withMessageContaining("own-512")
                .withMessageContaining("no calibration table");
    }

    @Test
    void isRefusedIfItsDimensionIsNotTheCards() throws IOException {
        bring(x -> x, 256);

        assertRefused("512.0 values a face, but its card says dimension: 256");
    }

    @Test
    void isRefusedIfAllPicturesAreOneToIt() throws IOException {
        bring(x -> "torch.add(torch.mul(" + x + ", 0.), 1.)", 512);

        assertRefused("gives different pictures the same vector");
    }

    @Test
    void isRefusedIfItsAnswerDependsOnTheBatch() throws IOException {
        bring(x -> "torch.sub(" + x + ", torch.mul(torch.mean(" + x + ", [0], True), 0.9))", 512);

        assertRefused("another vector in a batch than alone");
    }

    @Test
    void isRefusedIfItAnswersZeros() throws IOException {
        bring(x -> "torch.mul(" + x + ", 0.)", 512);

        assertRefused("answers zeros");
    }

    @Test
    void isRefusedIfTheFileIsNotTheCards() throws IOException {
        bring(x -> x, 512);
        Path card = cards.resolve("own.yaml");
        Files.writeString(card, Files.readString(card).replaceFirst("sha256: .{64}", "sha256: " + "0".repeat(64)));

        assertRefused("SHA-256");
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> FaceModels.openUncalibrated(cards, models).close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("own.pt")
                .hasMessageContaining(message);
    }

    /** @param twist of the convolution's result, as an expression */
    private void bring(UnaryOperator<String> twist, int dimension) throws IOException {
        TorchScript net = new TorchScript();
        float[] filters = new float[CHANNELS * 3 * 8 * 8];
        Random random = new Random(1);
        for (int i = 0; i < filters.length; i++) filters[i] = (float) random.nextGaussian();
        String seen = net.conv(TorchScript.INPUT, new Tensor(filters, CHANNELS, 3, 8, 8), "None", 8, 0, 1);
        String answer = net.line("torch.flatten(" + twist.apply(seen) + ", 1, -1)");
        TorchScriptArchive.write(models.resolve("own.pt"), net, List.of(answer));
        Files.writeString(cards.resolve("own.yaml"), """
                id: own-512
                role: EMBEDDER
                file: own.pt
                sha256: %s
                licence: {ofPackage: none, ofNetwork: none, provenance: made in a test}
                input: {size: %d, colours: BGR, mean: 127.5, divisor: 127.5}
                alignment: as the others
                dimension: %d
                weaknesses: [it has learnt nothing]
                """.formatted(Sha256.of(models.resolve("own.pt")), SIDE, dimension));
        try (Stream<Path> files = Files.list(models)) {
            assertThat(files).hasSize(3);
        }
    }
}
