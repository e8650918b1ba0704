package org.unlisted.face.embed;

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
    Point centre(int first, int end) {
        double x = 0;
        double y = 0;
        for (Point p : points.subList(first, end)) {
            x += p.x();
            y += p.y();
        }
        return new Point(x / (end - first), y / (end - first));
    }
}
