package org.unlisted.crawl.likeness;

/**
 * The eight ways to turn or mirror a picture without a crop, in the reference's order. They are read off the
 * coefficients and not off the pixels: to mirror a cosine wave of odd count only changes its sign, and to swap the axes
 * transposes the table. Mirrors come first, the swap after them.
 */
public enum Symmetry {
    ORIGINAL(false, false, false),
    /** A quarter turn against the clock. */
    ROTATE_90(false, true, true),
    ROTATE_180(true, true, false),
    /** A quarter turn with the clock. */
    ROTATE_270(true, false, true),
    /** Upside down: the horizontal axis stays. */
    FLIP_X(true, false, false),
    /** Left and right exchanged: the vertical axis stays. */
    FLIP_Y(false, true, false),
    /** Mirrored in the diagonal from the top left. */
    FLIP_PLUS_1(false, false, true),
    /** Mirrored in the diagonal from the top right. */
    FLIP_MINUS_1(true, true, true);

    private final boolean upsideDown;
    private final boolean leftRight;
    private final boolean swapped;

    Symmetry(boolean upsideDown, boolean leftRight, boolean swapped) {
        this.upsideDown = upsideDown;
        this.leftRight = leftRight;
        this.swapped = swapped;
    }

    /** Whether the axes are exchanged. */
    boolean swapsAxes() {
        return swapped;
    }

    /** Whether the wave at this row and column of the table changes its sign; 0 stands for one half period, which is odd. */
    boolean negates(int row, int column) {
        return (upsideDown && row % 2 == 0) ^ (leftRight && column % 2 == 0);
    }
}
