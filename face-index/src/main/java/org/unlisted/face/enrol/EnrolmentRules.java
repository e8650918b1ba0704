package org.unlisted.face.enrol;

/**
 * What a photo must show to become a reference.
 *
 * @param minFaceWidth px, of the detector's box
 * @param minCosine    between photos of one person; the model's threshold
 * @param maxPhotos    of one enrolment
 */
public record EnrolmentRules(int minFaceWidth, double minCosine, int maxPhotos) {

    public EnrolmentRules {
        if (minFaceWidth < 1) throw new IllegalArgumentException("face width below 1 px: " + minFaceWidth);
        if (!(Math.abs(minCosine) <= 1)) throw new IllegalArgumentException("cosine outside [-1, 1]: " + minCosine);
        if (maxPhotos < 1) throw new IllegalArgumentException("no photos allowed: " + maxPhotos);
    }

    /** 60 px: about half of what the embedder looks at; below that its answer drifts. */
    public static EnrolmentRules standard(double minCosine) {
        return new EnrolmentRules(60, minCosine, 12);
    }
}
