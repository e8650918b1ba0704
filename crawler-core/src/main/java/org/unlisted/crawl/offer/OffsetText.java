package org.unlisted.crawl.offer;

import java.util.Arrays;

/** A text under normalisation: characters and, for each, the span of the original it stands for. Not thread-safe. */
final class OffsetText {
    private final String original;
    private char[] chars;
    private int[] starts;
    private int[] ends;
    private int length;

    OffsetText(String original) {
        this.original = original;
        this.chars = new char[original.length() + 16];
        this.starts = new int[chars.length];
        this.ends = new int[chars.length];
    }

    int length() {
        return length;
    }

    char charAt(int i) {
        return chars[i];
    }

    /** The character that stood here before normalisation. */
    char original(int i) {
        return original.charAt(starts[i]);
    }

    void setCharAt(int i, char c) {
        chars[i] = c;
    }

    void append(char c, int start, int end) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length * 2);
            starts = Arrays.copyOf(starts, length * 2);
            ends = Arrays.copyOf(ends, length * 2);
        }
        chars[length] = c;
        starts[length] = start;
        ends[length++] = end;
    }

    /** Drops the units that are not marked. */
    void keep(boolean[] marked) {
        int to = 0;
        for (int from = 0; from < length; from++) {
            if (!marked[from]) continue;
            chars[to] = chars[from];
            starts[to] = starts[from];
            ends[to++] = ends[from];
        }
        length = to;
    }

    NormalText toNormalText() {
        return new NormalText(
                original,
                new String(chars, 0, length),
                Arrays.copyOf(starts, length),
                Arrays.copyOf(ends, length));
    }
}
