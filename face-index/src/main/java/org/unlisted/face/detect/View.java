package org.unlisted.face.detect;

import java.util.ArrayList;
import java.util.List;
import org.unlisted.face.image.Box;

/**
 * A square part of a picture as the detector looks at it; may reach over the picture's edges.
 *
 * @param left px
 * @param top  px
 * @param side px
 * @param part whether faces at its border may be cut, because the picture goes on there
 */
public record View(int left, int top, int side, boolean part) {

    /** px of a tile. A face of a tenth of it is still 25 px to the detector, which looks at 256. */
    private static final int TILE = 640;

    /** Half a tile: whatever a border cuts lies whole in the next tile, up to half a tile wide. */
    private static final int STEP = 320;

    /** Above this a second, closer look pays: 20 px of a face would be 5 px to the detector. */
    private static final int LARGE = 1000;

    /** Tiles of one picture; beyond it they grow. A picture of 12 megapixels stays a matter of seconds. */
    private static final int MAX_TILES = 120;

    public View {
        if (side < 1) throw new IllegalArgumentException("side below 1 px: " + side);
    }

    /** The whole picture first, then, if it is large, overlapping tiles. */
    public static List<View> of(int width, int height) {
        int longest = Math.max(width, height);
        List<View> views = new ArrayList<>();
        // letterboxed: centred in a square
        views.add(new View((width - longest) / 2, (height - longest) / 2, longest, false));
        if (longest <= LARGE) return views;
        int tile = TILE;
        int step = STEP;
        while ((long) count(width, tile, step) * count(height, tile, step) > MAX_TILES) {
            tile *= 2;
            step *= 2;
        }
        for (int row = 0; row < count(height, tile, step); row++)
            for (int column = 0; column < count(width, tile, step); column++)
                views.add(new View(start(column, width, tile, step), start(row, height, tile, step), tile, true));
        return views;
    }

    /**
     * The whole picture with black around it: a face that fills its picture is too large for the detector otherwise.
     */
    public static View withBorder(int width, int height) {
        int side = Math.max(width, height) * 3 / 2 + 1;
        return new View((width - side) / 2, (height - side) / 2, side, false);
    }

    /** Whether a box touches a border of this view behind which the picture goes on. */
    public boolean cuts(Box face, int width, int height) {
        if (!part) return false;
        int margin = side / 50;
        boolean atLeft = left > 0 && face.left() < left + margin;
        boolean atTop = top > 0 && face.top() < top + margin;
        boolean atRight = left + side < width && face.right() > left + side - margin;
        boolean atBottom = top + side < height && face.bottom() > top + side - margin;
        return atLeft || atTop || atRight || atBottom;
    }

    private static int count(int length, int tile, int step) {
        return length <= tile ? 1 : 1 + Math.ceilDiv(length - tile, step);
    }

    /** The last tile ends where the picture ends. */
    private static int start(int index, int length, int tile, int step) {
        return Math.max(0, Math.min(index * step, length - tile));
    }
}
