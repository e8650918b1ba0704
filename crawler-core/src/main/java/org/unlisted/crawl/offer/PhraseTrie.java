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

    private long[] steps = new long[1 << 16]; // (node + 1) << 16 | character; 0 is free
    private int[] targets = new int[1 << 16];
    private int used;
    private final List<int[]> values = new ArrayList<>(List.of(NONE)); // by node

    /** What is told of each phrase found. */
    interface Found {
        void at(int start, int end, int value);
    }

    void put(String phrase, int value) {
        int node = ROOT;
        for (int i = 0; i < phrase.length(); i++) node = stepOrNew(node, phrase.charAt(i));
        int[] known = values.get(node);
        int[] more = Arrays.copyOf(known, known.length + 1);
        more[known.length] = value;
        values.set(node, more);
    }

    void find(String text, Found found) {
        for (int start = 0; start < text.length(); start++) {
            int node = ROOT;
            for (int end = start; end < text.length(); ) {
                node = step(node, text.charAt(end++));
                if (node < 0) break;
                for (int value : values.get(node)) found.at(start, end, value);
            }
        }
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
