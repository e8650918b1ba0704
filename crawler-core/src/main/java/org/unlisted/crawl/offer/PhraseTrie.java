package org.unlisted.crawl.offer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Some hundred thousand phrases, and which of them stand where in a text: from each place of the text down the trie as
 * far as it goes, two or three steps for most.
 *
 * <p>The steps of all nodes lie in one open hash table of (node, character). A double-array trie of the same phrases took
 * 26 seconds to build. Filled once, then read by any number of threads.
 */
final class PhraseTrie {
    private static final int ROOT = 0;
    private static final int[] NONE = {};
    private static final int PAIR_BITS = 20;

    private long[] steps = new long[1 << 16]; // (node + 1) << 16 | character; 0 is free
    private int[] targets = new int[1 << 16];
    private final int[] firsts = new int[1 << 16]; // node by first character; 0 is none
    // Which second characters follow which first ones: small enough to stay in the processor's cache, unlike the table.
    private final long[] pairs = new long[1 << (PAIR_BITS - 6)];
    private int used;
    private final List<int[]> values = new ArrayList<>(List.of(NONE)); // by node

    /** What is told of each phrase found. */
    interface Found {
        void at(int start, int end, int value);
    }

    void put(String phrase, int value) {
        int node = ROOT;
        for (int i = 0; i < phrase.length(); i++) {
            node = stepOrNew(node, phrase.charAt(i));
            if (i == 0) firsts[phrase.charAt(0)] = node;
        }
        if (phrase.length() > 1) {
            int pair = pair(phrase.charAt(0), phrase.charAt(1));
            pairs[pair >>> 6] |= 1L << (pair & 63);
        }
        int[] known = values.get(node);
        int[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = value;
        values.set(node, more);
    }

    /** Phrases that begin with a letter are looked for only where a word begins, those in Han everywhere. */
    void find(String text, Found found) {
        for (int start = 0; start < text.length(); start++) {
            if (insideWord(text, start)) continue;
            int node = firsts[text.charAt(start)];
            for (int end = start + 1; node > ROOT; ) {
                for (int value : values.get(node)) found.at(start, end, value);
                if (end >= text.length() || (end == start + 1 && !mayFollow(text.charAt(start), text.charAt(end)))) break;
                node = step(node, text.charAt(end++));
            }
        }
    }

    private static boolean insideWord(String text, int at) {
        return at > 0 && isLetter(text.charAt(at)) && isLetter(text.charAt(at - 1));
    }

    private static boolean isLetter(char c) {
        return TextNormalizer.isAlphabetic(c);
    }

    private boolean mayFollow(char first, char second) {
        int pair = pair(first, second);
        return (pairs[pair >>> 6] & (1L << (pair & 63))) != 0;
    }

    private static int pair(char first, char second) {
        return ((first * 0x9E3779B1) ^ (second * 0x85EBCA6B)) >>> (32 - PAIR_BITS);
    }

    private int step(int node, char c) {
        long key = key(node, c);
        for (int slot = slot(key); steps[slot] != 0; slot = (slot + 1) & (steps.length - 1))
            if (steps[slot] == key) return targets[slot];
        return -1;
    }

    private int stepOrNew(int node, char c) {
        int known = step(node, c);
        if (known >= 0) return known;
        if (used * 2 > steps.length) grow();
        values.add(NONE);
        insert(key(node, c), values.size() - 1);
        used++;
        return values.size() - 1;
    }

    private void grow() {
        long[] oldSteps = steps;
        int[] oldTargets = targets;
        steps = new long[oldSteps.length * 2];
        targets = new int[oldSteps.length * 2];
        for (int i = 0; i < oldSteps.length; i++) if (oldSteps[i] != 0) insert(oldSteps[i], oldTargets[i]);
    }

    private void insert(long key, int target) {
        int slot = slot(key);
        while (steps[slot] != 0) slot = (slot + 1) & (steps.length - 1);
        steps[slot] = key;
        targets[slot] = target;
    }

    private static long key(int node, char c) {
        return ((node + 1L) << 16) | c;
    }

    private int slot(long key) {
        long h = key * 0x9E3779B97F4A7C15L; // Fibonacci hashing, Knuth vol. 3, 6.4
        return (int) (h >>> 40) & (steps.length - 1);
    }
}
