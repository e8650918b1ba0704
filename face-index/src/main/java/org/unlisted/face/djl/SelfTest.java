package org.unlisted.face.djl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.unlisted.face.embed.Embedding;

/**
 * What an embedder must show before it is trusted with a face: vectors of the length that its card says, a direction in
 * each, the same for the same patch alone, again and in a batch, and not the same for every patch. Ten patches, no faces.
 */
final class SelfTest {

    private static final int PATCHES = 8;

    /** Floating point sums in another order move a cosine by less. */
    private static final float SAME = 0.9999f;

    /** Noise is all alike to a network of faces, but never that alike. */
    private static final float COLLAPSED = 0.9995f;

    private final PatchModel model;

    private SelfTest(PatchModel model) {
        this.model = model;
    }

    /** @throws IOException naming the file and what is wrong with it */
    static void check(PatchModel model) throws IOException {
        new SelfTest(model).check();
    }

    private void check() throws IOException {
        int size = model.size();
        int values = 3 * size * size;
        float[] batch = new float[PATCHES * values];
        for (int i = 0; i < PATCHES; i++) fill(batch, i, size);
        float[] first = Arrays.copyOf(batch, values);
        List<Embedding> together = embeddings(batch, PATCHES);
        Embedding alone = embeddings(first, 1).getFirst();
        if (alone.cosine(embeddings(first, 1).getFirst()) < SAME)
            throw wrong("gives one picture two different vectors: it must be saved in evaluation mode");
        if (alone.cosine(together.getFirst()) < SAME)
            throw wrong("gives a picture another vector in a batch than alone: it must be saved in evaluation mode");
        for (int i = 1; i < PATCHES; i++)
            if (together.getFirst().cosine(together.get(i)) > COLLAPSED)
                throw wrong("gives different pictures the same vector: check mean, divisor and colour order on its card");
    }

    private List<Embedding> embeddings(float[] patches, int count) throws IOException {
        float[] answer = model.forward(patches, count).getFirst();
        int dimension = model.card().dimension();
        if (answer.length != count * dimension)
            throw wrong("answers " + (double) answer.length / count + " values a face, but its card says dimension: " + dimension);
        List<Embedding> embeddings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            try {
                embeddings.add(Embedding.of(Arrays.copyOfRange(answer, i * dimension, (i + 1) * dimension)));
            } catch (IllegalArgumentException e) {
                throw wrong("answers zeros or what is no number");
            }
        }
        return embeddings;
    }

    /** Soft blobs, different ones in each patch, in the network's own range of values. */
    private void fill(float[] batch, int index, int size) {
        Random random = new Random(index);
        double[] wave = random.doubles(12, 0.5, 6).toArray();
        for (int plane = 0; plane < 3; plane++)
            for (int y = 0; y < size; y++)
                for (int x = 0; x < size; x++) {
                    double u = (double) x / size;
                    double v = (double) y / size;
                    double value = 128 + 60 * Math.sin(wave[plane] * u * 6 + wave[plane + 3]) + 60 * Math.sin(wave[plane + 6] * v * 6 + wave[plane + 9]);
                    batch[((index * 3 + plane) * size + y) * size + x] = model.card().input().planes().normalise((float) value);
                }
    }

    private IOException wrong(String what) {
        return new IOException("model " + model.card().id() + " (" + model.card().file() + ") failed its self-test: it " + what);
    }
}
