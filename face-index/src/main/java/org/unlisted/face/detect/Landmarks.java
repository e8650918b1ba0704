package org.unlisted.face.detect;

import java.util.List;
import org.unlisted.face.image.Point;

/**
 * The 68 points of the iBUG 300-W scheme: jaw 0-16, brows 17-26, nose 27-35, right eye 36-41, left eye 42-47, mouth
 * 48-67.
 *
 * @param points px of the upright original picture
 */
public record Landmarks(List<Point> points) {

    public Landmarks {
        points = List.copyOf(points);
        if (points.size() != 68) throw new IllegalArgumentException("68 landmarks, not " + points.size());
    }

    /** Mean of the points {@code first} (inclusive) to {@code end} (exclusive). */
    public Point centre(int first, int end) {
        double x = 0;
        double y = 0;
        for (Point p : points.subList(first, end)) {
            x += p.x();
            y += p.y();
        }
        return new Point(x / (end - first), y / (end - first));
    }

    /** Eyes, nose tip and mouth corners, right before left. */
    public List<Point> five() {
        return List.of(centre(36, 42), centre(42, 48), points.get(30), points.get(48), points.get(54));
    }

    /** Between the brows: the bridge of the nose. */
    public Point bridge() {
        return points.get(27);
    }

    /** The same in a picture whose origin lies elsewhere. px */
    public Landmarks shifted(double x, double y) {
        return new Landmarks(points.stream().map(p -> new Point(p.x() + x, p.y() + y)).toList());
    }
}
