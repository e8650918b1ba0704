package org.unlisted.face.enrol;

import java.util.ArrayList;
import java.util.List;
import org.unlisted.face.quality.Condition;
import org.unlisted.face.quality.FaceQuality;

/**
 * What a photo must show to become a reference.
 *
 * @param minFaceWidth px, of the detector's box
 * @param minCosine    between photos of one person; the model's threshold
 * @param maxPhotos    of one enrolment
 */
public record EnrolmentRules(int minFaceWidth, double minCosine, int maxPhotos) {

    /** About 35 degrees to either side; a nose tip that far from the middle hides half of the face. */
    private static final double TURNED = 0.6;

    /** Sharpness: half of what one in a hundred press photographs has. */
    private static final double BLURRED = 0.05;

    /** Median light, of 255. */
    private static final double DARK = 30;
    private static final double BRIGHT = 235;

    /** Share of the face without any detail left. */
    private static final double CLIPPED = 0.4;

    public EnrolmentRules {
        if (minFaceWidth < 1) throw new IllegalArgumentException("face width below 1 px: " + minFaceWidth);
        if (!(Math.abs(minCosine) <= 1)) throw new IllegalArgumentException("cosine outside [-1, 1]: " + minCosine);
        if (maxPhotos < 1) throw new IllegalArgumentException("no photos allowed: " + maxPhotos);
    }

    /** 60 px: about half of what the embedder looks at; below that its answer drifts. */
    public static EnrolmentRules standard(double minCosine) {
        return new EnrolmentRules(60, minCosine, 12);
    }

    /** Why a face cannot become a reference, each with what to do; empty if it can. */
    List<String> flaws(FaceQuality face) {
        List<String> flaws = new ArrayList<>();
        if (face.width() < minFaceWidth)
            flaws.add("the face is " + face.width() + " px wide, at least " + minFaceWidth + " are needed");
        if (face.condition() == Condition.MASKED && !face.isCoverDoubtful())
            flaws.add("mouth and chin are covered: take a photo without a mask");
        if (Math.abs(face.yaw()) > TURNED) flaws.add("the face is turned aside: look at the camera");
        if (face.width() >= minFaceWidth && face.sharpness() < BLURRED) flaws.add("the face is blurred: hold the camera still");
        if (face.light() < DARK) flaws.add("the face is too dark: find more light");
        if (face.light() > BRIGHT || face.clipped() > CLIPPED)
            flaws.add("large parts of the face are black or white: avoid hard light");
        return flaws;
    }
}
