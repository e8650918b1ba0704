package org.unlisted.face.detect;

import org.unlisted.face.image.Box;
import org.unlisted.face.image.Similarity;

/**
 * A square part of a picture as the detector looks at it; may reach over the picture's edges.
 *
 * @param centreX px
 * @param centreY px
 * @param side    px
 * @param turn    degrees by which the square is turned clockwise: a face turned as far stands upright in it
 * @param part    whether faces at its border may be cut, because the picture goes on there; such views are turned by
 *                quarters only
 */
public record View(double centreX, double centreY, double side, double turn, boolean part) {

    public View {
        if (!(side >= 1)) throw new IllegalArgumentException("side below 1 px: " + side);
        if (part && turn % 90 != 0) throw new IllegalArgumentException("a part turned by " + turn + " degrees");
    }

    /** The whole picture, letterboxed: centred in a square. */
    static View whole(int width, int height, double turn) {
        return new View(width / 2.0, height / 2.0, Math.max(width, height), turn, false);
    }

    /** The whole picture with black around it: a face that fills its picture is too large for the detector otherwise. */
    static View withBorder(int width, int height, double turn) {
        return new View(width / 2.0, height / 2.0, Math.max(width, height) * 1.5, turn, false);
    }

    /** A closer look at a face that was found: upright, and a third as wide as the view, where masked ones are seen best. */
    static View at(Face face) {
        Box box = face.box();
        double side = Math.max(box.width(), box.height()) * 3.2;
        return new View((box.left() + box.right()) / 2.0, (box.top() + box.bottom()) / 2.0, side, face.roll(), false);
    }

    /** From a patch of this view, {@code patch} px a side, to the picture. */
    public Similarity toPicture(int patch) {
        double radians = Math.toRadians(turn);
        double a = side / patch * Math.cos(radians);
        double b = side / patch * Math.sin(radians);
        double half = patch / 2.0;
        return new Similarity(a, b, centreX - (a - b) * half, centreY - (b + a) * half);
    }

    /** The upright square around it, turned or not: room for every turn. px */
    Box box() {
        int half = (int) Math.ceil(side * 0.71);
        int x = (int) Math.round(centreX);
        int y = (int) Math.round(centreY);
        return new Box(x - half, y - half, x + half, y + half);
    }

    /** Whether a box touches a border of this view behind which the picture goes on. */
    boolean cuts(Box face, int width, int height) {
        if (!part) return false;
        double margin = side / 50;
        double left = centreX - side / 2;
        double top = centreY - side / 2;
        boolean atLeft = left > 0 && face.left() < left + margin;
        boolean atTop = top > 0 && face.top() < top + margin;
        boolean atRight = left + side < width && face.right() > left + side - margin;
        boolean atBottom = top + side < height && face.bottom() > top + side - margin;
        return atLeft || atTop || atRight || atBottom;
    }
}
