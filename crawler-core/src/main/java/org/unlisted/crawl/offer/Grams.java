package org.unlisted.crawl.offer;

/**
 * The runs of one to four characters of a normalised text and how often each stands there.
 *
 * <p>Digits are all the same digit, runs of digits and of gaps count as one: a model of wordings must not learn figures.
 * A run of four UTF-16 units is its own key of 64 bits, so that nothing collides. Single characters count only in Han.
 */
final class Grams {
    static final int LONGEST = 4;
    private static final int UNIT = Character.SIZE;

    private final char[] chars;
    private final int[] places;
    private final int length;
    private long[] keys; // open hash table; 0 is free
    private int[] counts;
    private int size;

    private Grams(String text, int start, int end) {
        this.chars = new char[end - start + 2];
        this.places = new int[chars.length];
        this.length = collapse(text, start, end);
        this.keys = new long[Integer.highestOneBit(Math.max(64, length * LONGEST * 2)) * 2];
        this.counts = new int[keys.length];
        for (int at = 0; at < length; at++) countFrom(at);
    }

    /** The grams of a part of a normalised text, which ends and begins like a word. */
    static Grams of(String text, int start, int end) {
        return new Grams(text, start, end);
    }

    /** Is told where a gram stands in the text. */
    interface Place {
        void gram(long key, int start, int end);
    }

    void forEach(LinearModel.Each each) {
        for (int i = 0; i < keys.length; i++) if (keys[i] != 0) each.feature(keys[i], counts[i]);
    }

    /** All grams in the order of the text, also those that stand there again. */
    void forEachPlace(Place place) {
        for (int at = 0; at < length; at++) {
            long key = 0;
            for (int n = 1; n <= LONGEST && at + n <= length; n++) {
                key = (key << UNIT) | chars[at + n - 1];
                if (counts(at, n)) place.gram(key, places[at], places[at + n - 1] + 1);
            }
        }
    }

    /** The characters of a key. */
    static String show(long key) {
        StringBuilder s = new StringBuilder();
        for (int shift = UNIT * (LONGEST - 1); shift >= 0; shift -= UNIT)
            if (key >>> shift != 0) s.append((char) (key >>> shift));
        return s.toString();
    }

    /**
     * The key of a gram.
     *
     * @throws IllegalArgumentException when it is empty or too long
     */
    static long key(String gram) {
        if (gram.isEmpty() || gram.length() > LONGEST) throw new IllegalArgumentException("not a gram: '" + gram + "'");
        long key = 0;
        for (int i = 0; i < gram.length(); i++) key = (key << UNIT) | gram.charAt(i);
        return key;
    }

    private int collapse(String text, int start, int end) {
        int n = put(0, ' ', start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isDigit(c)) c = '0';
            else if (c == '\n') c = ' ';
            if ((c == '0' || c == ' ') && chars[n - 1] == c) continue;
            n = put(n, c, i);
        }
        return chars[n - 1] == ' ' ? n : put(n, ' ', end - 1);
    }

    private int put(int n, char c, int place) {
        chars[n] = c;
        places[n] = place;
        return n + 1;
    }

    private void countFrom(int at) {
        long key = 0;
        for (int n = 1; n <= LONGEST && at + n <= length; n++) {
            key = (key << UNIT) | chars[at + n - 1];
            if (counts(at, n)) add(key);
        }
    }

    /** Not half an emoji; a single letter only where it is a word. */
    private boolean counts(int at, int n) {
        if (Character.isLowSurrogate(chars[at]) || Character.isHighSurrogate(chars[at + n - 1])) return false;
        return n > 1 || TextNormalizer.isHan(chars[at]);
    }

    private void add(long key) {
        if (size * 2 > keys.length) grow();
        int slot = slot(key, keys);
        if (keys[slot] == 0) {
            keys[slot] = key;
            size++;
        }
        counts[slot]++;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] == 0) continue;
            int slot = slot(oldKeys[i], keys);
            keys[slot] = oldKeys[i];
            counts[slot] = oldCounts[i];
        }
    }

    /** Where a key stands in an open hash table whose size is a power of two, or the free place for it. */
    static int slot(long key, long[] table) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (table.length - 1); // Fibonacci hashing, Knuth vol. 3, 6.4
        while (table[slot] != 0 && table[slot] != key) slot = (slot + 1) & (table.length - 1);
        return slot;
    }
}
