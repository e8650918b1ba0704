package org.unlisted.crawl.likeness;

import java.util.Arrays;

/**
 * Multi-index hashing (Norouzi, Punjani, Fleet, "Fast Exact Search in Hamming Space with Multi-Index Hashing", 2014): a
 * hash is cut into 16 bands of 16 bits, and each band has a table from its value to the hashes that have it. Two hashes
 * within 31 bits share a band but for one bit at most, so 16 × 17 look-ups find every candidate. Exact.
 *
 * <p>4 MiB, and 64 bytes a hash.
 */
final class Bands {
    /** Bits: the farthest that the look-ups cover. */
    static final int REACH = 31;

    private static final int BANDS = 16;
    private static final int BITS = 16;
    private static final int VALUES = 1 << BITS;
    private static final int NONE = -1;

    private final int[] newest = new int[BANDS * VALUES]; // by band and value: the last hash that has it
    private int[] older = new int[BANDS * 1024]; // by hash and band: the one before it with the same value

    Bands() {
        Arrays.fill(newest, NONE);
    }

    /** Ids must come without gaps, 0 first. */
    void add(int id, PdqHash hash) {
        if (BANDS * id == older.length) older = Arrays.copyOf(older, Math.multiplyExact(older.length, 2));
        for (int band = 0; band < BANDS; band++) {
            int slot = band * VALUES + value(hash, band);
            older[BANDS * id + band] = newest[slot];
            newest[slot] = id;
        }
    }

    /** Adds every hash of the table within the distance to the hits, some of them more than once. */
    void search(HashTable table, PdqHash hash, int within, Hits hits) {
        for (int band = 0; band < BANDS; band++) {
            int value = value(hash, band);
            follow(band, value, table, hash, within, hits);
            if (within >= BANDS)
                for (int bit = 0; bit < BITS; bit++) follow(band, value ^ 1 << bit, table, hash, within, hits);
        }
    }

    private void follow(int band, int value, HashTable table, PdqHash hash, int within, Hits hits) {
        for (int id = newest[band * VALUES + value]; id != NONE; id = older[BANDS * id + band])
            table.check(id, hash, within, hits);
    }

    private static int value(PdqHash hash, int band) {
        long word =
                switch (band / 4) {
                    case 0 -> hash.first();
                    case 1 -> hash.second();
                    case 2 -> hash.third();
                    default -> hash.fourth();
                };
        return (int) (word >>> (band % 4 * BITS)) & (VALUES - 1);
    }
}
