package org.unlisted.crawl.offer;

import java.util.Arrays;

/**
 * A text as the reader compares it, with the way back to the original.
 *
 * <p>Each UTF-16 unit of {@link #text()} remembers the span of the original that it came from, so that evidence quotes
 * what the author typed, dots and odd characters included.
 */
final class NormalText {
    private final String original;
    private final String text;
    private final int[] starts;
    private final int[] ends;

    NormalText(String original, String text, int[] starts, int[] ends) {
        if (starts.length != text.length() || ends.length != text.length())
            throw new IllegalArgumentException("offset map does not fit a text of " + text.length());
        this.original = original;
        this.text = text;
        this.starts = Arrays.copyOf(starts, starts.length);
        this.ends = Arrays.copyOf(ends, ends.length);
    }

    String text() {
        return text;
    }

    String original() {
        return original;
    }

    /** Where in the original the unit at {@code index} begins; its end for the end of the text. */
    int originalStart(int index) {
        return index < starts.length ? starts[index] : original.length();
    }

    /** Where in the original a span that ends before {@code index} ends. */
    int originalEnd(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    /** The author's own characters of a span of {@link #text()}. */
    String quote(int start, int end) {
        if (start >= end) return "";
        return original.substring(originalStart(start), originalEnd(end));
    }

    /** The span as a reason. */
    Reason reason(int start, int end, boolean supports) {
        return new Reason(quote(start, end), originalStart(start), originalEnd(end), supports);
    }
}
