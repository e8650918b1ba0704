package org.unlisted.crawl.likeness;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;

/**
 * PDQ, the perceptual hash published by Meta with ThreatExchange ("The TMK+PDQF Video-Hashing Algorithm and the PDQ
 * Image-Hashing Algorithm", hashing.pdf, 2019): luminance, a blur, 64 × 64 samples, the 16 × 16 lowest waves of their
 * cosine transform but the constant ones, one bit for each above the median.
 *
 * <p>Pictures are hashed at the size they come in, as the reference's library functions do in Java and in C++. The
 * reference's command-line program in C++ first squeezes anything above 512 px to 512 × 512 by its image library, which
 * moves a few bits; a port can only be compared on the same pixels. As in C++, a side below 5 px gives no hash: all
 * zero, of quality 0.
 *
 * <p>Sums are single precision and in the reference's order, so that a coefficient near the median falls on the same
 * side. Memory: 8 bytes a pixel while it runs. Stateless, hence thread-safe.
 */
public final class Pdq {
    private static final int SMALLEST = 5; // px
    private static final PdqHash NONE = new PdqHash(0, 0, 0, 0);

    private Pdq() {}

    /**
     * @param width  px
     * @param height px
     * @param rgb    the colour at (x, y), px from the top left, as 0xRRGGBB; higher bits are ignored
     */
    public static PdqResult of(int width, int height, IntBinaryOperator rgb) {
        if (tooSmall(width, height)) return new PdqResult(NONE, 0);
        Thumb thumb = Thumb.of(width, height, rgb);
        return new PdqResult(Spectrum.of(thumb).hash(), thumb.quality());
    }

    /** All eight orientations, for little more than the cost of one; see {@link #of} for the parameters. */
    public static PdqDihedral dihedral(int width, int height, IntBinaryOperator rgb) {
        if (tooSmall(width, height)) return each(symmetry -> NONE, 0);
        Thumb thumb = Thumb.of(width, height, rgb);
        Spectrum spectrum = Spectrum.of(thumb);
        return each(symmetry -> spectrum.turned(symmetry).hash(), thumb.quality());
    }

    private static PdqDihedral each(Function<Symmetry, PdqHash> hash, int quality) {
        Map<Symmetry, PdqHash> hashes = new EnumMap<>(Symmetry.class);
        for (Symmetry symmetry : Symmetry.values()) hashes.put(symmetry, hash.apply(symmetry));
        return new PdqDihedral(hashes, quality);
    }

    private static boolean tooSmall(int width, int height) {
        if (width < 1 || height < 1) throw new IllegalArgumentException("no picture: " + width + "x" + height);
        return width < SMALLEST || height < SMALLEST;
    }
}
