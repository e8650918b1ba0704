package org.unlisted.crawl.likeness;

import java.util.HexFormat;

/**
 * 256 bits that say how a picture looks. Bit k has the weight 2^k of the number that the 64 hex digits write, as in the
 * reference implementation of PDQ; bit 16 i + j tells whether the picture has more than its median of the waves with
 * i + 1 half periods from top to bottom and j + 1 from left to right.
 *
 * @param first  bits 255 to 192, the first 16 hex digits
 * @param second bits 191 to 128
 * @param third  bits 127 to 64
 * @param fourth bits 63 to 0, the last 16 hex digits
 */
public record PdqHash(long first, long second, long third, long fourth) {
    private static final int WORD = 16; // hex digits
    private static final int DIGITS = 4 * WORD;
    private static final HexFormat HEX = HexFormat.of();

    /**
     * @param hex 64 hex digits of either case
     * @throws IllegalArgumentException for anything else
     */
    public static PdqHash parse(String hex) {
        if (hex.length() != DIGITS)
            throw new IllegalArgumentException("a PDQ hash has " + DIGITS + " hex digits, not " + hex.length());
        return new PdqHash(word(hex, 0), word(hex, 1), word(hex, 2), word(hex, 3));
    }

    private static long word(String hex, int at) {
        return HexFormat.fromHexDigitsToLong(hex, at * WORD, (at + 1) * WORD);
    }

    /** Hamming distance: 0 for the same hash, about 128 for pictures that have nothing in common, at most 256. */
    public int distance(PdqHash other) {
        return Long.bitCount(first ^ other.first)
                + Long.bitCount(second ^ other.second)
                + Long.bitCount(third ^ other.third)
                + Long.bitCount(fourth ^ other.fourth);
    }

    /** 64 lower-case hex digits. */
    public String hex() {
        return HEX.toHexDigits(first) + HEX.toHexDigits(second) + HEX.toHexDigits(third) + HEX.toHexDigits(fourth);
    }

    @Override
    public String toString() {
        return hex();
    }
}
