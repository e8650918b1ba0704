package org.unlisted.crawl.likeness;

import java.util.function.IntBinaryOperator;

/** A picture blurred and sampled at 64 × 64 points, in luminance of 0 to 255, row by row from the top left. */
final class Thumb {
    static final int SIDE = 64;
    private static final int STEPS_A_QUALITY = 90; // chosen by the reference's authors by eye

    private final float[] samples;

    private Thumb(float[] samples) {
        this.samples = samples;
    }

    static Thumb of(int width, int height, IntBinaryOperator rgb) {
        return new Thumb(BoxFilter.sample(luminance(width, height, rgb), width, height, SIDE));
    }

    private static float[] luminance(int width, int height, IntBinaryOperator rgb) {
        float[] plane = new float[Math.multiplyExact(width, height)];
        for (int y = 0, at = 0; y < height; y++)
            for (int x = 0; x < width; x++, at++) {
                int colour = rgb.applyAsInt(x, y);
                plane[at] = 0.299f * (colour >> 16 & 0xff) + 0.587f * (colour >> 8 & 0xff) + 0.114f * (colour & 0xff);
            }
        return plane;
    }

    /** 64 × 64, row by row; the caller must not write to it. */
    float[] samples() {
        return samples;
    }

    /**
     * How much there is to see: the steps between neighbouring samples, each in whole hundredths of the full range so that
     * faint ones count for nothing, summed and scaled to 0 to 100.
     */
    int quality() {
        int steps = 0;
        for (int row = 0; row < SIDE; row++)
            for (int column = 0; column < SIDE; column++) {
                int at = row * SIDE + column;
                if (row + 1 < SIDE) steps += step(samples[at], samples[at + SIDE]);
                if (column + 1 < SIDE) steps += step(samples[at], samples[at + 1]);
            }
        return Math.min(100, steps / STEPS_A_QUALITY);
    }

    private static int step(float one, float next) {
        return Math.abs((int) ((one - next) * 100 / 255));
    }
}
