package org.unlisted.face.model.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.face.Samples;
import org.unlisted.face.djl.FaceModels;
import org.unlisted.face.model.ModelCard;
import org.unlisted.face.model.ModelCards;
import org.unlisted.face.model.Role;
import org.unlisted.face.quality.Condition;

class ModelCardsTest {

    @TempDir
    Path dir;

    private Path embedder;

    @BeforeEach
    void copyTheCards() throws IOException {
        try (Stream<Path> files = Files.list(Samples.CARDS)) {
            for (Path file : files.toList()) Files.copy(file, dir.resolve(file.getFileName()));
        }
        embedder = dir.resolve("mobilefacenet.yaml");
    }

    @Test
    void readsTheShippedCards() throws IOException {
        ModelCards cards = ModelCards.read(dir);

        assertThat(cards.list()).extracting(ModelCard::role).containsExactly(Role.values());
        ModelCard card = cards.get(Role.EMBEDDER);
        assertThat(card.dimension()).isEqualTo(192);
        assertThat(card.calibrationTable().at(Condition.PLAIN, 1e-4).cosine()).isBetween(0.45, 0.65);
        assertThat(card.calibrationTable().at(Condition.PLAIN, 1e-3).cosine()).isLessThan(card.calibrationTable().at(Condition.PLAIN, 1e-4).cosine());
        assertThat(cards.list()).allSatisfy(c -> assertThat(c.weaknesses()).isNotEmpty());
    }

    @Test
    void namesAnUnknownKeyAndItsFile() throws IOException {
        Files.writeString(embedder, Files.readString(embedder) + "\nlicense: MIT\n");

        assertThatIllegalArgumentException().isThrownBy(() -> ModelCards.read(dir))
                .withMessageContaining("mobilefacenet.yaml")
                .withMessageContaining("\"license\"");
    }

    @Test
    void looksForNobodyWithAnEmbedderThatHasNoCalibrationTable() throws IOException {
        String card = Files.readString(embedder);
        Files.writeString(embedder, card.substring(0, card.indexOf("\ncalibration:") + 1));

        assertThatIllegalArgumentException().isThrownBy(() -> FaceModels.open(dir, Samples.MODELS))
                .withMessageContaining("mobilefacenet-192")
                .withMessageContaining("no calibration table")
                .withMessageContaining("unlisted calibrate");
        assertThat(ModelCards.read(dir).get(Role.EMBEDDER).calibration()).isEmpty();
    }

    @Test
    void refusesACalibrationThatLacksACondition() throws IOException {
        String card = Files.readString(embedder);
        Files.writeString(embedder, card.replace("    MASKED:", "    PLAIN:"));

        assertThatIllegalArgumentException().isThrownBy(() -> ModelCards.read(dir))
                .withMessageContaining("mobilefacenet.yaml");
    }

    @Test
    void tellsVersionsApartByTheModelFile() throws IOException {
        String before = ModelCards.read(dir).get(Role.EMBEDDER).version();
        Files.writeString(embedder, Files.readString(embedder).replaceFirst("sha256: .{8}", "sha256: 00000000"));

        assertThat(ModelCards.read(dir).get(Role.EMBEDDER).version()).isNotEqualTo(before).startsWith("mobilefacenet-192-00000000");
    }

    @Test
    void namesAKeyThatIsMissing() throws IOException {
        Files.writeString(embedder, Files.readString(embedder).replace(", mean: 127.5", ""));

        assertThatIllegalArgumentException().isThrownBy(() -> ModelCards.read(dir))
                .withMessageContaining("mobilefacenet.yaml")
                .withMessageContaining("mean");
    }

    @Test
    void refusesTwoCardsForOneRole() throws IOException {
        Files.copy(embedder, dir.resolve("second.yaml"));

        assertThatIllegalArgumentException().isThrownBy(() -> ModelCards.read(dir))
                .withMessageContaining("second card for the role EMBEDDER");
    }

    @Test
    void refusesARoleWithoutACard() throws IOException {
        Files.delete(embedder);

        assertThatIllegalArgumentException().isThrownBy(() -> ModelCards.read(dir))
                .withMessageContaining("no card for the role EMBEDDER");
    }

    @Test
    void loadsNoModelFileThatDiffersFromItsCard() throws IOException {
        Path models = Files.createDirectory(dir.resolve("models"));
        try (Stream<Path> files = Files.list(Samples.MODELS)) {
            for (Path file : files.toList()) Files.copy(file, models.resolve(file.getFileName()));
        }
        byte[] bytes = Files.readAllBytes(models.resolve("landmark68.pt"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(models.resolve("landmark68.pt"), bytes);

        assertThatThrownBy(() -> FaceModels.open(dir, models))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("landmark68.pt")
                .hasMessageContaining("SHA-256");
    }
}
