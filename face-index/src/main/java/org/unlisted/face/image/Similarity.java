package org.unlisted.face.image;

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
        if (from.size() != to.size() || from.size() < 2)
            throw new IllegalArgumentException("cannot fit " + from.size() + " points to " + to.size());
        Point f = mean(from);
        Point t = mean(to);
        double a = 0;
        double b = 0;
        double spread = 0;
        for (int i = 0; i < from.size(); i++) {
            double u = from.get(i).x() - f.x();
            double v = from.get(i).y() - f.y();
            double x = to.get(i).x() - t.x();
            double y = to.get(i).y() - t.y();
            a += u * x + v * y;
            b += u * y - v * x;
            spread += u * u + v * v;
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

    /** Picture px per patch px. */
    public double scale() {
        return Math.hypot(a, b);
    }

    private static Point mean(List<Point> points) {
        double x = 0;
        double y = 0;
        for (Point p : points) {
            x += p.x();
            y += p.y();
        }
        return new Point(x / points.size(), y / points.size());
    }
}
