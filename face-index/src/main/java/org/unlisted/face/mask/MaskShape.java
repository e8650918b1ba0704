package org.unlisted.face.mask;

/** Cuts of face masks that cover different parts of a face. */
public enum MaskShape {
    /** Flat and pleated, from the bridge of the nose to under the chin. */
    SURGICAL(28, 0.35, 3, 0xA9CFE8),
    /** A cup that stands off the cheeks, from high on the nose. */
    CUP(27, 0.75, 4, 0xF4F4F2),
    /** Cloth that leaves the bridge free and reaches far back on the cheeks. */
    CLOTH(29, 0.15, 1, 0x2A2A2E);

    private final int nose;
    private final double bulge;
    private final int firstJaw;
    private final int colour;

    MaskShape(int nose, double bulge, int firstJaw, int colour) {
        this.nose = nose;
        this.bulge = bulge;
        this.firstJaw = firstJaw;
        this.colour = colour;
    }

    /** Landmark where its upper edge crosses the nose, 27 (between the eyes) to 30 (tip). */
    int nose() {
        return nose;
    }

    /** How far its upper edge rises between nose and cheek, as a share of the way up to the eye's corner. */
    double bulge() {
        return bulge;
    }

    /** Landmark of the jaw where it starts beside the right cheek, 0 at the ear; the left side mirrors it. */
    int firstJaw() {
        return firstJaw;
    }

    /** 0xRRGGBB that masks of this cut often have. */
    public int colour() {
        return colour;
    }
}
