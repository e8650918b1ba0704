package org.unlisted.face.djl;

import java.util.ArrayList;
import java.util.List;
import org.unlisted.face.detect.Face;
import org.unlisted.face.detect.Landmarker;
import org.unlisted.face.detect.Landmarks;
import org.unlisted.face.detect.Look;
import org.unlisted.face.image.Box;
import org.unlisted.face.image.Picture;
import org.unlisted.face.image.Point;
import org.unlisted.face.image.Similarity;

/** 68 landmarks from a square around the detector's box, turned so that the eyes are level. Thread-safe. */
final class TorchLandmarker implements Landmarker {

    /** Side of the square in sides of the box. Chosen on labelled pairs, see docs/quality/faces.md. */
    private static final double MARGIN = 1.3;

    private static final int POINTS = 68;

    /** In the mirror, each point is its partner on the other side. */
    private static final int[] PARTNER = partners();

    private final PatchModel model;

    TorchLandmarker(PatchModel model) {
        this.model = model;
    }

    @Override
    public List<Landmarks> locate(Picture picture, List<Face> faces, Look look) {
        if (faces.isEmpty()) return List.of();
        List<Similarity> squares = faces.stream().map(this::square).toList();
        float[] shares = switch (look) {
            case GLANCE -> model.forward(picture, squares).getFirst();
            case CAREFUL -> model.forwardBothWays(picture, squares).getFirst();
        };
        List<Landmarks> landmarks = new ArrayList<>(faces.size());
        for (int i = 0; i < faces.size(); i++) {
            float[] mean = switch (look) {
                case GLANCE -> answer(shares, i);
                case CAREFUL -> mean(answer(shares, i), mirrored(answer(shares, faces.size() + i)));
            };
            landmarks.add(landmarks(mean, squares.get(i)));
        }
        return landmarks;
    }

    private Similarity square(Face face) {
        Box box = face.box();
        double side = Math.max(box.width(), box.height()) * MARGIN;
        double radians = Math.toRadians(face.roll());
        double a = side / model.size() * Math.cos(radians);
        double b = side / model.size() * Math.sin(radians);
        double half = model.size() / 2.0;
        double x = (box.left() + box.right()) / 2.0;
        double y = (box.top() + box.bottom()) / 2.0;
        return new Similarity(a, b, x - (a - b) * half, y - (b + a) * half);
    }

    /** x and y of each point, as shares of the square's side. */
    private static float[] answer(float[] shares, int index) {
        float[] points = new float[2 * POINTS];
        System.arraycopy(shares, index * points.length, points, 0, points.length);
        return points;
    }

    private static float[] mirrored(float[] points) {
        float[] out = new float[points.length];
        for (int p = 0; p < POINTS; p++) {
            out[2 * p] = 1 - points[2 * PARTNER[p]];
            out[2 * p + 1] = points[2 * PARTNER[p] + 1];
        }
        return out;
    }

    private static float[] mean(float[] one, float[] other) {
        float[] out = new float[one.length];
        for (int i = 0; i < out.length; i++) out[i] = (one[i] + other[i]) / 2;
        return out;
    }

    private Landmarks landmarks(float[] shares, Similarity square) {
        int size = model.size();
        List<Point> points = new ArrayList<>(POINTS);
        for (int p = 0; p < POINTS; p++) points.add(square.apply(shares[2 * p] * size, shares[2 * p + 1] * size));
        return new Landmarks(points);
    }

    /** Jaw 0-16, brows 17-26, bridge 27-30, nostrils 31-35, eyes 36-47, lips 48-59 and 60-67. */
    private static int[] partners() {
        int[] partner = new int[POINTS];
        reverse(partner, 0, 16);
        reverse(partner, 17, 26);
        for (int p = 27; p <= 30; p++) partner[p] = p;
        reverse(partner, 31, 35);
        pair(partner, 36, 45, 37, 44, 38, 43, 39, 42, 40, 47, 41, 46);
        reverse(partner, 48, 54);
        reverse(partner, 55, 59);
        reverse(partner, 60, 64);
        reverse(partner, 65, 67);
        return partner;
    }

    private static void reverse(int[] partner, int first, int last) {
        for (int p = first; p <= last; p++) partner[p] = first + last - p;
    }

    private static void pair(int[] partner, int... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            partner[pairs[i]] = pairs[i + 1];
            partner[pairs[i + 1]] = pairs[i];
        }
    }
}
