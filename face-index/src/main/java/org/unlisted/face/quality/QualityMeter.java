package org.unlisted.face.quality;

import java.util.Arrays;
import org.unlisted.face.detect.Face;
import org.unlisted.face.detect.Landmarks;
import org.unlisted.face.image.PatchSampler;
import org.unlisted.face.image.Picture;
import org.unlisted.face.image.PlaneFormat;
import org.unlisted.face.image.Point;
import org.unlisted.face.image.Similarity;

/** Measures faces, each in a patch of 112 x 112 px where it is aligned: small ones are blurred there, as they should be. */
public final class QualityMeter {

    private static final int PATCH = 112;

    /** The part of the patch that is face in every head shape. px */
    private static final int LEFT = 16;
    private static final int RIGHT = 96;
    private static final int TOP = 16;
    private static final int BOTTOM = 100;

    /** Of 255: what no detail is left in. */
    private static final int BLACK = 8;
    private static final int WHITE = 247;

    private static final PlaneFormat RAW = new PlaneFormat(PlaneFormat.Order.RGB, 0, 1);

    private QualityMeter() {}

    /**
     * @param alignment of the bare face, from the patch to the picture
     * @param covered   log odds of a cover
     */
    public static FaceQuality measure(Picture picture, Face face, Landmarks landmarks, Similarity alignment, double covered) {
        double[] light = light(picture, alignment);
        double[] inside = new double[(RIGHT - LEFT) * (BOTTOM - TOP)];
        int n = 0;
        for (int y = TOP; y < BOTTOM; y++) for (int x = LEFT; x < RIGHT; x++) inside[n++] = light[y * PATCH + x];
        Arrays.sort(inside);
        long clipped = Arrays.stream(inside).filter(v -> v < BLACK || v > WHITE).count();
        Point right = alignment.invert(landmarks.points().get(36));
        Point left = alignment.invert(landmarks.points().get(45));
        Point nose = alignment.invert(landmarks.points().get(30));
        Point mouth = alignment.invert(landmarks.centre(48, 60));
        double eyes = (right.y() + left.y()) / 2;
        return new FaceQuality(
                face.box().width(),
                sharpness(light, deviation(inside)),
                (2 * nose.x() - right.x() - left.x()) / Math.max(1, left.x() - right.x()),
                (nose.y() - eyes) / Math.max(1, mouth.y() - eyes),
                inside[inside.length / 2],
                (double) clipped / inside.length,
                covered);
    }

    private static double[] light(Picture picture, Similarity alignment) {
        float[] rgb = new float[3 * PATCH * PATCH];
        PatchSampler.sample(picture, alignment, PATCH, PATCH, RAW, rgb, 0);
        double[] light = new double[PATCH * PATCH];
        for (int i = 0; i < light.length; i++)
            light[i] = 0.299 * rgb[i] + 0.587 * rgb[light.length + i] + 0.114 * rgb[2 * light.length + i];
        return light;
    }

    /** Mean absolute Laplacian, by the spread of light: a flat light is no blur. */
    private static double sharpness(double[] light, double deviation) {
        double sum = 0;
        for (int y = TOP; y < BOTTOM; y++) {
            for (int x = LEFT; x < RIGHT; x++) {
                int i = y * PATCH + x;
                sum += Math.abs(4 * light[i] - light[i - 1] - light[i + 1] - light[i - PATCH] - light[i + PATCH]);
            }
        }
        return sum / ((RIGHT - LEFT) * (BOTTOM - TOP)) / (deviation + 1);
    }

    private static double deviation(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    }
}
