package org.unlisted.face.quality;

/**
 * Figures of one face.
 *
 * @param width     px of the detector's box
 * @param sharpness mean second difference of light by its spread in the aligned face: 0.07 blurred, 0.17 the median of
 *                  press photographs
 * @param yaw       where the nose tip stands between the eyes' outer corners: 0 in the middle, -1 and 1 at a corner; about
 *                  0.5 at 30 degrees
 * @param pitch     where the nose tip stands between eyes and mouth, 0 to 1; about 0.5 for a level gaze
 * @param light     median of the face, 0 to 255
 * @param clipped   share of the face that is black or white, 0 to 1
 * @param covered   natural logarithm of the odds that mouth and chin are covered
 */
public record FaceQuality(
        int width, double sharpness, double yaw, double pitch, double light, double clipped, double covered) {

    /** px below which a face counts as small. */
    private static final int SMALL = 48;

    /** Sharpness of photographs that were shrunk to about 32 px of face; one in a hundred untouched ones is below. */
    private static final double BLURRED = 0.08;

    /** Nine to one. */
    private static final double ALMOST_SURE = 2.2;

    public FaceQuality {
        if (width < 1) throw new IllegalArgumentException("width below 1 px: " + width);
        if (!(clipped >= 0 && clipped <= 1)) throw new IllegalArgumentException("clipped outside [0, 1]: " + clipped);
    }

    /** How a probe of this quality is judged. */
    public Condition condition() {
        if (covered > 0) return Condition.MASKED;
        return width < SMALL || sharpness < BLURRED ? Condition.LOW_QUALITY : Condition.PLAIN;
    }

    /** Whether it may be the other way round, so that the face should be judged as covered and as bare. */
    public boolean isCoverDoubtful() {
        return Math.abs(covered) < ALMOST_SURE;
    }
}
