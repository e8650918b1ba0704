package org.unlisted.crawl.likeness;

import static java.util.Objects.requireNonNull;

/**
 * A picture's hash and how much there was to hash.
 *
 * @param quality 0 for a plain surface to 100 for a picture full of edges
 */
public record PdqResult(PdqHash hash, int quality) {
    private static final int TELLING = 50; // the reference advises to discard 49 and below

    public PdqResult {
        requireNonNull(hash, "hash");
        checkQuality(quality);
    }

    static void checkQuality(int quality) {
        if (quality < 0 || quality > 100) throw new IllegalArgumentException("quality outside [0, 100]: " + quality);
    }

    /** Whether the picture has enough structure for its hash to be compared: plain pictures all look alike. */
    public boolean telling() {
        return quality >= TELLING;
    }
}
