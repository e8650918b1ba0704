package org.unlisted.face.embed;

import java.util.List;
import org.unlisted.face.image.Point;
import org.unlisted.face.image.Similarity;

/** Brings eyes, nose and mouth to the places where the recognition network saw them in training. */
public final class Aligner {

    /**
     * Eyes, nose tip and mouth corners in a 112 x 112 patch, as ArcFace and its relatives were trained (Deng et al.
     * 2019). The published figures are centres of pixels; half a pixel makes them corners, as everywhere here.
     */
    private static final List<Point> TEMPLATE = List.of(
            new Point(38.2946 + 0.5, 51.6963 + 0.5),
            new Point(73.5318 + 0.5, 51.5014 + 0.5),
            new Point(56.0252 + 0.5, 71.7366 + 0.5),
            new Point(41.5493 + 0.5, 92.3655 + 0.5),
            new Point(70.7299 + 0.5, 92.2041 + 0.5));

    private Aligner() {}

    /** From the 112 x 112 patch to the picture that the landmarks are places in. */
    public static Similarity align(Landmarks face) {
        return Similarity.fit(
                TEMPLATE,
                List.of(
                        face.centre(36, 42),
                        face.centre(42, 48),
                        face.points().get(30),
                        face.points().get(48),
                        face.points().get(54)));
    }
}
