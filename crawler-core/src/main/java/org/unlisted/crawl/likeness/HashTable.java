package org.unlisted.crawl.likeness;

import java.util.Arrays;

/**
 * Hashes without objects, 32 bytes each, in two halves of two words: a hash that has nothing to do with the one looked
 * for differs by about 64 of the first 128 bits, so a scan reads the second half of next to none.
 */
final class HashTable {
    private static final int HALF = 2; // words

    private long[] left = new long[16 * HALF];
    private long[] right = new long[16 * HALF];
    private int size;

    int size() {
        return size;
    }

    int add(PdqHash hash) {
        if (HALF * size == left.length) {
            int grown = Math.multiplyExact(left.length, 2);
            left = Arrays.copyOf(left, grown);
            right = Arrays.copyOf(right, grown);
        }
        left[HALF * size] = hash.first();
        left[HALF * size + 1] = hash.second();
        right[HALF * size] = hash.third();
        right[HALF * size + 1] = hash.fourth();
        return size++;
    }

    PdqHash get(int id) {
        return new PdqHash(left[HALF * id], left[HALF * id + 1], right[HALF * id], right[HALF * id + 1]);
    }

    /** Adds every hash within the distance to the hits. */
    void scan(PdqHash hash, int within, Hits hits) {
        for (int id = 0; id < size; id++) check(id, hash, within, hits);
    }

    /** Adds the one hash to the hits if it is within the distance. */
    void check(int id, PdqHash hash, int within, Hits hits) {
        int distance = Long.bitCount(left[HALF * id] ^ hash.first()) + Long.bitCount(left[HALF * id + 1] ^ hash.second());
        if (distance > within) return;
        distance += Long.bitCount(right[HALF * id] ^ hash.third()) + Long.bitCount(right[HALF * id + 1] ^ hash.fourth());
        if (distance <= within) hits.add(id, distance);
    }
}
