package org.unlisted.face.image;

/**
 * A rectangle in a picture. px, origin top-left of the upright original image; right and bottom are exclusive.
 */
public record Box(int left, int top, int right, int bottom) {

    public Box {
        if (right <= left || bottom <= top)
            throw new IllegalArgumentException("empty box: " + left + "," + top + "," + right + "," + bottom);
    }

    /** px to the right and down. */
    public Box shifted(int x, int y) {
        return new Box(left + x, top + y, right + x, bottom + y);
    }

    public int width() {
        return right - left;
    }

    public int height() {
        return bottom - top;
    }
}
