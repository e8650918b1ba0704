package org.unlisted.crawl.likeness;

import java.util.stream.IntStream;

/**
 * Two passes of a running mean along the rows and down the columns: together a tent as wide as one of the cells that are
 * sampled (Jarosz, "Fast Image Convolutions", 2001). Each sum runs from one end to the other and adds before it
 * subtracts, as in the reference; rounding follows from that. A window of even width reaches one further ahead than
 * back; at both ends it is cut.
 *
 * <p>A running sum waits for itself at each step, so several go on at a time: four rows, or all columns. The last pass
 * divides only where a sample is taken.
 */
final class BoxFilter {
    private static final int ROWS = 4; // at a time

    private BoxFilter() {}

    /**
     * Blurs a plane and takes side × side samples at the middle of its cells, row by row. The plane is used up.
     *
     * @param width  px, 1 or more
     * @param height px, {@value #ROWS} or more
     */
    static float[] sample(float[] plane, int width, int height, int side) {
        int across = window(width, side);
        int down = window(height, side);
        float[] other = new float[plane.length];
        alongRows(plane, width, height, across, all(width), other);
        downColumns(other, width, height, down, all(height), plane);
        float[] columns = new float[side * height]; // only those where samples are taken
        alongRows(plane, width, height, across, centres(width, side), columns);
        float[] samples = new float[side * side];
        downColumns(columns, side, height, down, centres(height, side), samples);
        return samples;
    }

    /** The window along a length of so many px: half a cell, as there are two passes, rounded up. */
    static int window(int length, int cells) {
        return (length + 2 * cells - 1) / (2 * cells);
    }

    private static int[] all(int length) {
        return IntStream.range(0, length).toArray();
    }

    private static int[] centres(int length, int cells) {
        return IntStream.range(0, cells)
                .map(cell -> (int) ((cell + 0.5) * length / cells))
                .toArray();
    }

    private static float count(int at, int length, int ahead, int behind) {
        return Math.min(length, at + ahead + 1) - Math.max(0, at - behind + 1);
    }

    /** Writes the means at the wanted places of each row, which are in order and may repeat. */
    private static void alongRows(float[] in, int width, int height, int window, int[] wanted, float[] out) {
        for (int group = 0; group < height; group += ROWS) {
            int row = Math.min(group, height - ROWS); // the last group may do a row again
            fourRows(in, row * width, width, window, wanted, out, row * wanted.length);
        }
    }

    private static void fourRows(float[] in, int from, int width, int window, int[] wanted, float[] out, int to) {
        int ahead = window / 2;
        int behind = window - ahead; // how far back lies the value that leaves
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        int next = 0;
        for (int x = -ahead; next < wanted.length; x++) {
            if (x + ahead < width) {
                int enters = from + x + ahead;
                first += in[enters];
                second += in[enters + width];
                third += in[enters + 2 * width];
                fourth += in[enters + 3 * width];
            }
            if (x >= behind) {
                int leaves = from + x - behind;
                first -= in[leaves];
                second -= in[leaves + width];
                third -= in[leaves + 2 * width];
                fourth -= in[leaves + 3 * width];
            }
            for (; next < wanted.length && wanted[next] == x; next++) {
                float count = count(x, width, ahead, behind);
                out[to + next] = first / count;
                out[to + wanted.length + next] = second / count;
                out[to + 2 * wanted.length + next] = third / count;
                out[to + 3 * wanted.length + next] = fourth / count;
            }
        }
    }

    /** Writes the means of the wanted rows, which are in order and may repeat, in each column. */
    private static void downColumns(float[] in, int width, int height, int window, int[] wanted, float[] out) {
        int ahead = window / 2;
        int behind = window - ahead;
        float[] sums = new float[width];
        int next = 0;
        for (int y = -ahead; next < wanted.length; y++) {
            if (y + ahead < height) add(in, (y + ahead) * width, sums);
            if (y >= behind) subtract(in, (y - behind) * width, sums);
            for (; next < wanted.length && wanted[next] == y; next++)
                divide(sums, count(y, height, ahead, behind), out, next * width);
        }
    }

    private static void add(float[] in, int from, float[] sums) {
        for (int x = 0; x < sums.length; x++) sums[x] += in[from + x];
    }

    private static void subtract(float[] in, int from, float[] sums) {
        for (int x = 0; x < sums.length; x++) sums[x] -= in[from + x];
    }

    private static void divide(float[] sums, float count, float[] out, int to) {
        for (int x = 0; x < sums.length; x++) out[to + x] = sums[x] / count;
    }
}
