package org.unlisted.crawl.likeness;

import java.util.Arrays;

/**
 * The 16 × 16 lowest waves of a picture: row i, column j holds the share of the wave with i + 1 half periods from top to
 * bottom and j + 1 from left to right (type II cosine transform of the 64 × 64 samples; Zauner, "Implementation and
 * Benchmarking of Perceptual Image Hash Functions", 2010).
 */
final class Spectrum {
    static final int SIDE = 16;
    private static final int SIZE = SIDE * SIDE;
    private static final int SAMPLES = Thumb.SIDE;
    private static final float[] WAVES = waves();

    private final float[] shares;

    /** @param shares 16 × 16, row by row; the caller gives it away */
    Spectrum(float[] shares) {
        if (shares.length != SIZE) throw new IllegalArgumentException("not 16 x 16: " + shares.length);
        this.shares = shares;
    }

    static Spectrum of(Thumb thumb) {
        float[] samples = thumb.samples();
        float[] half = new float[SIDE * SAMPLES]; // transformed from top to bottom only
        for (int i = 0; i < SIDE; i++)
            for (int k = 0; k < SAMPLES; k++) {
                float wave = WAVES[i * SAMPLES + k];
                for (int j = 0; j < SAMPLES; j++) half[i * SAMPLES + j] += wave * samples[k * SAMPLES + j];
            }
        float[] shares = new float[SIZE];
        for (int i = 0; i < SIDE; i++)
            for (int j = 0; j < SIDE; j++) {
                float sum = 0;
                for (int k = 0; k < SAMPLES; k++) sum += half[i * SAMPLES + k] * WAVES[j * SAMPLES + k];
                shares[i * SIDE + j] = sum;
            }
        return new Spectrum(shares);
    }

    /** The waves of the turned picture. */
    Spectrum turned(Symmetry symmetry) {
        float[] turned = new float[SIZE];
        for (int i = 0; i < SIDE; i++)
            for (int j = 0; j < SIDE; j++) {
                float share = shares[i * SIDE + j];
                int to = symmetry.swapsAxes() ? j * SIDE + i : i * SIDE + j;
                turned[to] = symmetry.negates(i, j) ? -share : share;
            }
        return new Spectrum(turned);
    }

    /** One bit a wave: whether its share is above the median, the lower one of the two in the middle. */
    PdqHash hash() {
        float[] sorted = shares.clone();
        Arrays.sort(sorted);
        float median = sorted[SIZE / 2 - 1];
        long[] words = new long[SIZE / Long.SIZE];
        for (int k = 0; k < SIZE; k++) if (shares[k] > median) words[k / Long.SIZE] |= 1L << (k % Long.SIZE);
        return new PdqHash(words[3], words[2], words[1], words[0]);
    }

    private static float[] waves() {
        float scale = (float) Math.sqrt(2.0 / SAMPLES);
        float[] waves = new float[SIDE * SAMPLES];
        for (int i = 0; i < SIDE; i++)
            for (int k = 0; k < SAMPLES; k++)
                waves[i * SAMPLES + k] = (float) (scale * Math.cos(Math.PI / 2 / SAMPLES * (i + 1) * (2 * k + 1)));
        return waves;
    }
}
