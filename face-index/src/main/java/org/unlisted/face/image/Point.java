package org.unlisted.face.image;

/** A place in a picture. px, origin at the top-left corner (not the centre) of the top-left pixel. */
public record Point(double x, double y) {

    public Point {
        if (!Double.isFinite(x) || !Double.isFinite(y))
            throw new IllegalArgumentException("not a place: " + x + "," + y);
    }
}
