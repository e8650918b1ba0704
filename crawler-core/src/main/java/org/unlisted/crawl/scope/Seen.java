package org.unlisted.crawl.scope;

/**
 * A set that never grows (Bloom, Space/Time Trade-offs in Hash Coding, 1970): 2 MB. What was added is always found; of
 * what was not, one in a million is found after 130,000 additions, one in 500 after a million. Not thread-safe.
 */
final class Seen {
    private static final int BITS = 1 << 24;
    private static final int HASHES = 4;

    private final long[] words = new long[BITS / Long.SIZE];

    /** Whether it was not there yet. */
    boolean add(long hash) {
        boolean fresh = false;
        for (int n = 0; n < HASHES; n++) {
            int bit = Hash64.nth(hash, n, BITS);
            fresh |= (words[bit >> 6] & 1L << bit) == 0;
            words[bit >> 6] |= 1L << bit;
        }
        return fresh;
    }

    boolean contains(long hash) {
        for (int n = 0; n < HASHES; n++) {
            int bit = Hash64.nth(hash, n, BITS);
            if ((words[bit >> 6] & 1L << bit) == 0) return false;
        }
        return true;
    }
}
