package org.unlisted.crawl.likeness;

import java.util.function.IntBinaryOperator;

/** Pictures by whole-number arithmetic, so that every machine and every language has the same pixels. */
final class Pictures {
    private Pictures() {}

    static IntBinaryOperator rings(int width) {
        return (x, y) -> rgb((x * x + 3 * y * y) / 97 % 256, x * 255 / (width - 1), (x ^ y) * 7 % 256);
    }

    static IntBinaryOperator blocks() {
        return (x, y) -> rgb((x / 23 + y / 17) % 5 * 60, (x / 41 * 37 + y / 13 * 11) % 256, x * y / 311 % 256);
    }

    static IntBinaryOperator diagonals() {
        return (x, y) ->
                rgb((x + 2 * y) / 3 % 256, Math.floorMod(3 * x - y, 509) / 2 % 256, x / 9 * (y / 7) % 256);
    }

    static IntBinaryOperator plain(int grey) {
        return (x, y) -> rgb(grey, grey, grey);
    }

    private static int rgb(int red, int green, int blue) {
        return red << 16 | green << 8 | blue;
    }
}
