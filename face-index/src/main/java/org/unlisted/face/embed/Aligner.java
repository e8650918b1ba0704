package org.unlisted.face.embed;

import java.util.ArrayList;
import java.util.List;
import org.unlisted.face.detect.Face;
import org.unlisted.face.detect.Landmarks;
import org.unlisted.face.image.Point;
import org.unlisted.face.image.Similarity;

/**
 * Brings eyes, nose and mouth to the places where the recognition network saw them in training. Bare faces are laid on
 * their landmarks. A mask shifts those, so covered faces are laid on everything that is known of them, each point with
 * the weight of what it is worth under a mask.
 */
public final class Aligner {

    /** px of the patch that all places here lie in; networks with another input size scale. */
    public static final int PATCH = 112;

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

    /** Where the detector's eyes, nose tip and mouth lie in an aligned face: medians of 555 photographs. */
    private static final List<Place> BARE = List.of(
            new Place(37.3, 53.0, 0.185), new Place(75.3, 53.2, 0.276), new Place(56.2, 74.2, 0.058), new Place(56.4, 94.4, 0.222));

    /** The same where a mask was painted on the photographs, then the landmarks' five points and the nose's bridge. */
    private static final List<Place> COVERED = List.of(
            new Place(37.3, 52.8, 0.187), new Place(75.6, 52.7, 0.161), new Place(56.5, 74.1, 0.075), new Place(56.8, 92.5, 0.103),
            new Place(38.6, 51.2, 0.182), new Place(73.9, 51.0, 0.154), new Place(56.0, 69.0, 0.041),
            new Place(43.8, 86.0, 0.033), new Place(68.7, 86.2, 0.033), new Place(56.2, 50.2, 0.153));

    private Aligner() {}

    /** From the 112 x 112 patch to the picture that the landmarks are places in. */
    public static Similarity bare(Landmarks face) {
        return Similarity.fit(TEMPLATE, face.five());
    }

    /** By the detector's keypoints alone: rougher, and not led astray by a mask. */
    public static Similarity rough(Face face) {
        return fit(BARE, face.keypoints().subList(0, BARE.size()));
    }

    /** Of a covered face: keypoints and landmarks together. */
    public static Similarity covered(Face face, Landmarks landmarks) {
        List<Point> seen = new ArrayList<>(face.keypoints().subList(0, BARE.size()));
        seen.addAll(landmarks.five());
        seen.add(landmarks.bridge());
        return fit(COVERED, seen);
    }

    private static Similarity fit(List<Place> places, List<Point> seen) {
        return Similarity.fit(
                places.stream().map(p -> new Point(p.x(), p.y())).toList(),
                seen,
                places.stream().map(Place::weight).toList());
    }

    /** @param weight inverse of the variance, per square px */
    private record Place(double x, double y, double weight) {}
}
