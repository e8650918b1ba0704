package org.unlisted.crawl.offer;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * Some hundred thousand phrases, and which of them stand where in a text: from each place of the text down the trie as
 * far as it goes, two or three steps for most.
 *
 * <p>Phrases are products of the same words, so that most subtrees are alike: kept once each, an eighth of the nodes is
 * left. They lie in four arrays, a node being a number: a few megabytes in all. Immutable.
 */
final class PhraseTrie {
    /** A node without steps, which nothing leads to. */
    static final int NONE = 0;

    private static final int PAIR_BITS = 20;

    private final Nodes nodes;
    private final int[] firsts = new int[1 << 16]; // node by first character
    // Which second characters follow which first ones: small enough to stay in the processor's cache.
    private final long[] pairs = new long[1 << (PAIR_BITS - 6)];

    /**
     * What a trie is made of; the arrays are shared, not copied.
     *
     * @param root        the node of the empty phrase
     * @param steps       by node: where its steps begin in {@code characters}; one more entry ends the last node's
     * @param characters  of the steps, ascending within a node
     * @param targets     of the steps: nodes
     * @param lists       by node: the list of values told of it; 0 is empty
     * @param listStarts  by list: where it begins in {@code values}; one more entry ends the last list
     * @param values      of all lists
     */
    @SuppressWarnings("ArrayRecordComponent") // millions of numbers; never compared
    record Nodes(int root, int[] steps, char[] characters, int[] targets, int[] lists, int[] listStarts, int[] values) {
        Nodes {
            requireNonNull(listStarts, "listStarts");
            requireNonNull(values, "values");
            boolean whole = steps.length == lists.length + 1 && characters.length == targets.length && root < lists.length;
            if (!whole) throw new IllegalArgumentException("not the parts of one trie");
        }
    }

    /** What is told of each phrase found. */
    interface Found {
        void at(int start, int end, int value);
    }

    PhraseTrie(Nodes nodes) {
        this.nodes = nodes;
        for (int i = nodes.steps[nodes.root]; i < nodes.steps[nodes.root + 1]; i++) {
            char first = nodes.characters[i];
            int node = nodes.targets[i];
            firsts[first] = node;
            for (int k = nodes.steps[node]; k < nodes.steps[node + 1]; k++) {
                int pair = pair(first, nodes.characters[k]);
                pairs[pair >>> 6] |= 1L << (pair & 63);
            }
        }
    }

    Nodes nodes() {
        return nodes;
    }

    /** Phrases that begin with a letter are looked for only where a word begins, those in Han everywhere. */
    void find(String text, Found found) {
        for (int start = 0; start < text.length(); start++) {
            if (insideWord(text, start)) continue;
            int node = firsts[text.charAt(start)];
            for (int end = start + 1; node != NONE; ) {
                tell(node, start, end, found);
                if (end >= text.length() || (end == start + 1 && !mayFollow(text.charAt(start), text.charAt(end)))) break;
                node = step(node, text.charAt(end++));
            }
        }
    }

    private void tell(int node, int start, int end, Found found) {
        int list = nodes.lists[node];
        if (list == 0) return;
        for (int i = nodes.listStarts[list]; i < nodes.listStarts[list + 1]; i++) found.at(start, end, nodes.values[i]);
    }

    private int step(int node, char c) {
        int at = Arrays.binarySearch(nodes.characters, nodes.steps[node], nodes.steps[node + 1], c);
        return at < 0 ? NONE : nodes.targets[at];
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
}
