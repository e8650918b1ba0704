package org.unlisted.face.image;

import java.util.Collections;
import java.util.List;

/**
 * Turn, scale and shift from a patch to the picture it is cut from: {@code x = a u - b v + tx}, {@code y = b u + a v +
 * ty}. px, origins at the top-left corners.
 */
public record Similarity(double a, double b, double tx, double ty) {

    /** The upright square with that corner and side, seen as a patch of {@code patch} x {@code patch} px. */
    public static Similarity ofSquare(double left, double top, double side, int patch) {
        return new Similarity(side / patch, 0, left, top);
    }

    /**
     * The one that brings {@code from} closest to {@code to} in the least-squares sense (Umeyama 1991, without
     * reflection).
     *
     * @param from places in the patch, at least two different ones
     * @param to   the same places in the picture
     */
    public static Similarity fit(List<Point> from, List<Point> to) {
        return fit(from, to, Collections.nCopies(from.size(), 1.0));
    }

    /**
     * The same where some places are known better than others.
     *
     * @param weights one a place, above 0: best the inverse of its variance
     */
    public static Similarity fit(List<Point> from, List<Point> to, List<Double> weights) {
        if (from.size() != to.size() || from.size() != weights.size() || from.size() < 2)
            throw new IllegalArgumentException("cannot fit " + from.size() + " points to " + to.size());
        Point f = mean(from, weights);
        Point t = mean(to, weights);
        double a = 0;
        double b = 0;
        double spread = 0;
        for (int i = 0; i < from.size(); i++) {
            double u = from.get(i).x() - f.x();
            double v = from.get(i).y() - f.y();
            double x = to.get(i).x() - t.x();
            double y = to.get(i).y() - t.y();
            a += weights.get(i) * (u * x + v * y);
            b += weights.get(i) * (u * y - v * x);
            spread += weights.get(i) * (u * u + v * v);
        }
        if (spread == 0) throw new IllegalArgumentException("all points are the same");
        a /= spread;
        b /= spread;
        return new Similarity(a, b, t.x() - a * f.x() + b * f.y(), t.y() - b * f.x() - a * f.y());
    }

    /** Where the patch's place {@code (u, v)} lies in the picture. */
    public Point apply(double u, double v) {
        return new Point(a * u - b * v + tx, b * u + a * v + ty);
    }

    /** The same for a patch whose px are {@code factor} times as large: another size of the same view. */
    public Similarity ofPatch(double factor) {
        return new Similarity(a * factor, b * factor, tx, ty);
    }

    /** Picture px per patch px. */
    public double scale() {
        return Math.hypot(a, b);
    }

    /** Where a place of the picture lies in the patch. */
    public Point invert(Point place) {
        double x = place.x() - tx;
        double y = place.y() - ty;
        double squared = a * a + b * b;
        return new Point((a * x + b * y) / squared, (a * y - b * x) / squared);
    }

    private static Point mean(List<Point> points, List<Double> weights) {
        double x = 0;
        double y = 0;
        double sum = 0;
        for (int i = 0; i < points.size(); i++) {
            x += weights.get(i) * points.get(i).x();
            y += weights.get(i) * points.get(i).y();
            sum += weights.get(i);
        }
        return new Point(x / sum, y / sum);
    }
}
