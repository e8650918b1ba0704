package org.unlisted.crawl.hunt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * What was seen before, as 64 bits of SHA-256 each: ten million take 128 MB, where their texts would take gigabytes. With
 * that many, two different ones are taken for the same with a chance of 3 in a million. Not thread-safe.
 */
final class FingerprintSet {
    private static final int LEAST = 1 << 10;
    private long[] slots = new long[LEAST]; // open addressing; 0 is empty
    private int size;

    /** Whether it was not there before. */
    boolean add(String... parts) {
        if (size >= slots.length / 4 * 3) grow();
        if (!put(slots, fingerprint(parts))) return false;
        size++;
        return true;
    }

    private void grow() {
        long[] wider = new long[slots.length * 2];
        for (long fingerprint : slots) if (fingerprint != 0) put(wider, fingerprint);
        slots = wider;
    }

    private static boolean put(long[] slots, long fingerprint) {
        int mask = slots.length - 1;
        for (int i = (int) fingerprint & mask; ; i = (i + 1) & mask) {
            if (slots[i] == fingerprint) return false;
            if (slots[i] != 0) continue;
            slots[i] = fingerprint;
            return true;
        }
    }

    private static long fingerprint(String... parts) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", Arrays.asList(parts)).getBytes(StandardCharsets.UTF_8));
            return Math.max(1, ByteBuffer.wrap(hash).getLong() & Long.MAX_VALUE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
