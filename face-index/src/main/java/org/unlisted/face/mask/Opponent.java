package org.unlisted.face.mask;

import java.util.Arrays;
import org.unlisted.face.image.PatchSampler;
import org.unlisted.face.image.Picture;
import org.unlisted.face.image.PlaneFormat;
import org.unlisted.face.image.Similarity;

/** An aligned face as 56 x 56 cells of light and colour: Y, Cb and Cr of ITU-R BT.601, -128 to 255. */
final class Opponent {

    static final int CELLS = 56;

    private static final int PATCH = 2 * CELLS;
    private static final PlaneFormat RAW = new PlaneFormat(PlaneFormat.Order.RGB, 0, 1);

    private final float[] light = new float[CELLS * CELLS];
    private final float[] blue = new float[CELLS * CELLS];
    private final float[] red = new float[CELLS * CELLS];

    /** @param alignment from a patch of 112 x 112 px to the picture */
    Opponent(Picture picture, Similarity alignment) {
        float[] rgb = new float[3 * PATCH * PATCH];
        PatchSampler.sample(picture, alignment, PATCH, PATCH, RAW, rgb, 0);
        for (int y = 0; y < CELLS; y++) {
            for (int x = 0; x < CELLS; x++) {
                float r = mean(rgb, 0, x, y);
                float g = mean(rgb, 1, x, y);
                float b = mean(rgb, 2, x, y);
                int i = y * CELLS + x;
                light[i] = 0.299f * r + 0.587f * g + 0.114f * b;
                blue[i] = -0.169f * r - 0.331f * g + 0.5f * b;
                red[i] = 0.5f * r - 0.419f * g - 0.081f * b;
            }
        }
    }

    private static float mean(float[] rgb, int plane, int x, int y) {
        int at = plane * PATCH * PATCH + 2 * y * PATCH + 2 * x;
        return (rgb[at] + rgb[at + 1] + rgb[at + PATCH] + rgb[at + PATCH + 1]) / 4;
    }

    float light(int x, int y) {
        return light[y * CELLS + x];
    }

    double medianLight(Area area) {
        return median(light, area);
    }

    double medianBlue(Area area) {
        return median(blue, area);
    }

    double medianRed(Area area) {
        return median(red, area);
    }

    /** Mean step of light from each cell to the one below. */
    double stepsDown(Area area) {
        double sum = 0;
        for (int y = area.top(); y < area.bottom(); y++)
            for (int x = area.left(); x < area.right(); x++) sum += Math.abs(light(x, y + 1) - light(x, y));
        return sum / area.count();
    }

    /** Mean step of light from each cell to the one on its right. */
    double stepsAcross(Area area) {
        double sum = 0;
        for (int y = area.top(); y < area.bottom(); y++)
            for (int x = area.left(); x < area.right(); x++) sum += Math.abs(light(x + 1, y) - light(x, y));
        return sum / area.count();
    }

    /** For each row, how far light and colour change on the way to the next, on average. */
    double[] rowSteps(Area area) {
        double[] steps = new double[area.bottom() - area.top()];
        for (int y = area.top(); y < area.bottom(); y++) {
            double sum = 0;
            for (int x = area.left(); x < area.right(); x++) sum += step(y * CELLS + x);
            steps[y - area.top()] = sum / (area.right() - area.left());
        }
        return steps;
    }

    /** Colour counts for more: light changes with every crease. */
    private double step(int at) {
        double l = 0.5 * (light[at + CELLS] - light[at]);
        double b = 2 * (blue[at + CELLS] - blue[at]);
        double r = 2 * (red[at + CELLS] - red[at]);
        return Math.sqrt(l * l + b * b + r * r);
    }

    private static double median(float[] plane, Area area) {
        double[] values = new double[area.count()];
        int n = 0;
        for (int y = area.top(); y < area.bottom(); y++)
            for (int x = area.left(); x < area.right(); x++) values[n++] = plane[y * CELLS + x];
        return median(values);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Cells; right and bottom are exclusive. */
    record Area(int top, int bottom, int left, int right) {
        int count() {
            return (bottom - top) * (right - left);
        }
    }
}
