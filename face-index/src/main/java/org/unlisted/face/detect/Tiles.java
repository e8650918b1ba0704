package org.unlisted.face.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * The closer looks at a picture, level by level: overlapping squares, the finest so small that a face of 24 px is found
 * in it, and each as far overlapped as the largest face that the next coarser level would miss.
 */
final class Tiles {

    /**
     * Share of a square that a face fills at least to be seen in it: 13 px of the detector's 256, where it finds 97 of
     * 100 faces, and 99 at a lower score. docs/quality/faces.md.
     */
    private static final double SEEN = 0.05;

    /** px of the finest tile: 24 px are the share that is seen. */
    private static final double FINEST = 24 / SEEN;

    /** Tiles overlap by this share. */
    private static final double OVERLAP = 0.25;

    /** Share of a tile at both borders that a face must not touch, lest it is cut. */
    private static final double BORDER = 0.05;

    /** Most tiles of one level: beyond it they grow, so that a huge picture loses its finest faces and not an hour. */
    private static final int MOST = 240;

    private Tiles() {}

    /** Coarse tiles first; empty for a picture that one look at the whole sees well enough. */
    static List<View> of(int width, int height, double turn) {
        double longest = Math.max(width, height);
        List<View> tiles = new ArrayList<>();
        double side = FINEST;
        while (side < longest / 1.1) {
            List<View> level = level(width, height, side, turn);
            while (level.size() > MOST) {
                side *= 1.2;
                level = level(width, height, side, turn);
            }
            tiles.addAll(0, level);
            side *= (OVERLAP - BORDER) / SEEN;
        }
        return List.copyOf(tiles);
    }

    private static List<View> level(int width, int height, double side, double turn) {
        int columns = count(width, side);
        int rows = count(height, side);
        List<View> tiles = new ArrayList<>(columns * rows);
        for (int row = 0; row < rows; row++)
            for (int column = 0; column < columns; column++)
                tiles.add(new View(middle(column, columns, width, side), middle(row, rows, height, side), side, turn, true));
        return tiles;
    }

    private static int count(int length, double side) {
        return length <= side ? 1 : 1 + (int) Math.ceil((length - side) / (side * (1 - OVERLAP)));
    }

    /** Spread evenly, the first and the last at the picture's borders; one alone is centred. */
    private static double middle(int index, int count, int length, double side) {
        return count == 1 ? length / 2.0 : side / 2 + (length - side) * index / (count - 1);
    }
}
