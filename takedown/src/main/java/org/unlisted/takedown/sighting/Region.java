package org.unlisted.takedown.sighting;

/** Where a face is in an image: px, origin top-left of the upright original; right and bottom exclusive. */
public record Region(int left, int top, int right, int bottom) {

    public Region {
        if (right <= left || bottom <= top)
            throw new IllegalArgumentException("empty region: " + left + "," + top + "," + right + "," + bottom);
    }
}
