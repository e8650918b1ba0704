package org.unlisted.crawl.scope;

/** 64 bits of a text: FNV-1a (draft-eastlake-fnv), then the finaliser of MurmurHash3, which spreads the last characters. */
final class Hash64 {

    private Hash64() {}

    static long of(CharSequence text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }

    /** The n-th of several hashes made of one (Kirsch and Mitzenmacher, Less Hashing, Same Performance, 2006). */
    static int nth(long hash, int n, int below) {
        return Math.floorMod((int) hash + n * ((int) (hash >>> 32) | 1), below);
    }
}
