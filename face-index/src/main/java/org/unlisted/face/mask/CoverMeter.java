package org.unlisted.face.mask;

import java.util.Arrays;
import org.unlisted.face.image.Picture;
import org.unlisted.face.image.Similarity;
import org.unlisted.face.mask.Opponent.Area;

/**
 * Tells whether mouth and chin are covered, from five figures of an aligned face: how far the colour below the nose is
 * from that of the forehead, how much is going on where the mouth should be, how dark its line is, and how sharp an edge
 * runs across the cheeks. A logistic regression; its six weights were fitted on bare photographs and the same ones with a
 * painted mask in any colour (docs/quality/faces.md).
 */
public final class CoverMeter {

    private static final Area BROW = new Area(15, 22, 20, 36);
    private static final Area EYES = new Area(23, 30, 12, 44);
    private static final Area LOWER = new Area(40, 54, 17, 40);
    private static final Area MOUTH = new Area(43, 51, 19, 38);
    private static final Area LIPS = new Area(42, 51, 20, 37);
    private static final Area CHEEKS = new Area(28, 42, 12, 44);

    private CoverMeter() {}

    /**
     * The odds that the lower face is covered, as a natural logarithm: 0 even, 2.2 nine to one.
     *
     * @param alignment from a patch of 112 x 112 px to the picture, by the detector's keypoints
     */
    public static double logOdds(Picture picture, Similarity alignment) {
        Opponent face = new Opponent(picture, alignment);
        double eyes = face.stepsDown(EYES) + 1;
        return 0.084 * colourBelow(face)
                - 1.867 * Math.log((face.stepsDown(MOUTH) + 1) / eyes)
                - 1.570 * Math.log((face.stepsAcross(MOUTH) + 1) / eyes)
                - 6.947 * mouthLine(face)
                + 1.412 * edge(face)
                - 3.982;
    }

    private static double colourBelow(Opponent face) {
        return Math.hypot(
                face.medianBlue(LOWER) - face.medianBlue(BROW), face.medianRed(LOWER) - face.medianRed(BROW));
    }

    /** How much darker the darkest row of the mouth is than its others. */
    private static double mouthLine(Opponent face) {
        double[] rows = new double[LIPS.bottom() - LIPS.top()];
        for (int y = LIPS.top(); y < LIPS.bottom(); y++) {
            double sum = 0;
            for (int x = LIPS.left(); x < LIPS.right(); x++) sum += face.light(x, y);
            rows[y - LIPS.top()] = sum / (LIPS.right() - LIPS.left());
        }
        double darkest = Arrays.stream(rows).min().orElseThrow();
        return (Opponent.median(rows) - darkest) / (face.medianLight(LOWER) + 10);
    }

    private static double edge(Opponent face) {
        double[] steps = face.rowSteps(CHEEKS);
        return Math.log(Arrays.stream(steps).max().orElseThrow() / (Opponent.median(steps) + 1));
    }
}
