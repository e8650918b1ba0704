package org.unlisted.face.detect;

import static java.util.Objects.requireNonNull;

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
}
