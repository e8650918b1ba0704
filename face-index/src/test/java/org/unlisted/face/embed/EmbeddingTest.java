package org.unlisted.face.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class EmbeddingTest {

    @Test
    void comparesDirectionsAndNotLengths() {
        assertThat(Embedding.of(3, 4).cosine(Embedding.of(6, 8))).isCloseTo(1, within(1e-6f));
        assertThat(Embedding.of(1, 0).cosine(Embedding.of(0, 5))).isEqualTo(0);
        assertThat(Embedding.of(1, 1).cosine(Embedding.of(-2, -2))).isCloseTo(-1, within(1e-6f));
    }

    @Test
    void neverExceedsOne() {
        float[] values = new float[192];
        for (int seed = 1; seed < 200; seed++) {
            for (int i = 0; i < values.length; i++) values[i] = (float) Math.sin(seed * 31.7 + i * i);
            Embedding embedding = Embedding.of(values);
            assertThat(embedding.cosine(embedding)).isBetween(0.999999f, 1f);
        }
    }

    @Test
    void refusesVectorsWithoutDirection() {
        assertThatIllegalArgumentException().isThrownBy(() -> Embedding.of(0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Embedding.of(Float.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(Embedding::of);
    }

    @Test
    void comesBackFromAStreamUnchanged() throws IOException {
        Embedding embedding = Embedding.of(0.1f, -0.7f, 0.3f);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        embedding.writeTo(new DataOutputStream(bytes));

        assertThat(Embedding.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isEqualTo(embedding);
    }

    @Test
    void printsNoValues() {
        assertThat(Embedding.of(0.6f, 0.8f)).hasToString("Embedding[2]");
    }
}
