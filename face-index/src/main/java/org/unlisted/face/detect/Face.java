package org.unlisted.face.detect;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.unlisted.face.image.Box;
import org.unlisted.face.image.Point;

/**
 * A face found in a picture. Everything in px of the upright original.
 *
 * @param box       tight around the features, forehead to chin; may reach over the picture's edge
 * @param keypoints right eye, left eye, nose tip, mouth, right ear, left ear (right = the person's own)
 * @param score     0 to 1, how sure the detector is
 */
public record Face(Box box, List<Point> keypoints, float score) {

    public Face {
        requireNonNull(box, "box");
        keypoints = List.copyOf(keypoints);
        if (keypoints.size() != 6) throw new IllegalArgumentException("six keypoints, not " + keypoints.size());
        if (!(score >= 0 && score <= 1)) throw new IllegalArgumentException("score outside [0, 1]: " + score);
    }

    /** Degrees by which the face is turned clockwise in the picture, by its eyes; -180 to 180. */
    public double roll() {
        Point right = keypoints.get(0);
        Point left = keypoints.get(1);
        return Math.toDegrees(Math.atan2(left.y() - right.y(), left.x() - right.x()));
    }

    /** The same face in a picture whose origin lies elsewhere. px */
    Face shifted(int x, int y) {
        return new Face(
                new Box(box.left() + x, box.top() + y, box.right() + x, box.bottom() + y),
                keypoints.stream().map(p -> new Point(p.x() + x, p.y() + y)).toList(),
                score);
    }

    /** The face in the mirror image of a picture of that width: right and left keypoints change places. */
    Face mirrored(int width) {
        List<Point> m = keypoints.stream().map(p -> new Point(width - p.x(), p.y())).toList();
        return new Face(
                new Box(width - box.right(), box.top(), width - box.left(), box.bottom()),
                List.of(m.get(1), m.get(0), m.get(2), m.get(3), m.get(5), m.get(4)),
                score);
    }

    /** Between two findings of one face. */
    static Face mean(Face a, Face b) {
        List<Point> keypoints = new ArrayList<>();
        for (int i = 0; i < a.keypoints.size(); i++)
            keypoints.add(new Point(
                    (a.keypoints.get(i).x() + b.keypoints.get(i).x()) / 2, (a.keypoints.get(i).y() + b.keypoints.get(i).y()) / 2));
        Box box = new Box(
                (a.box.left() + b.box.left()) / 2, (a.box.top() + b.box.top()) / 2,
                (a.box.right() + b.box.right()) / 2, (a.box.bottom() + b.box.bottom()) / 2);
        return new Face(box, keypoints, Math.max(a.score, b.score));
    }
}
