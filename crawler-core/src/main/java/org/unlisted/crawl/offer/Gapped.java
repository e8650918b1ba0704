package org.unlisted.crawl.offer;

import java.util.Optional;

/**
 * A phrase with gaps and numbers between its pieces, looked for around its longest piece. A pattern would do, but a word
 * like "selfie" is the longest piece of a hundred phrases, and stands in every offer.
 *
 * @param phrase      folded, with {@code ~} for a gap and {@code #} for a number of one or two digits
 * @param anchorStart where the longest piece begins
 * @param anchorEnd   where it ends, exclusive
 */
record Gapped(String phrase, int anchorStart, int anchorEnd) {
    private static final int WIDEST = 8;
    private static final String CLAUSE_ENDS = ",.;!?。\n";
    private static final char GAP = '~';
    private static final char NUMBER = '#';

    Gapped {
        if (anchorStart < 0 || anchorEnd > phrase.length() || anchorStart >= anchorEnd)
            throw new IllegalArgumentException("no piece to look for in '" + phrase + "'");
    }

    /** @throws IllegalArgumentException when there is nothing but gaps and numbers */
    static Gapped of(String phrase) {
        int longest = 0;
        int end = 0;
        for (int from = 0; from < phrase.length(); ) {
            int to = from;
            while (to < phrase.length() && !isSign(phrase.charAt(to))) to++;
            if (to - from > end - longest) {
                longest = from;
                end = to;
            }
            from = to + 1;
        }
        return new Gapped(phrase, longest, end);
    }

    static boolean isSign(char c) {
        return c == GAP || c == NUMBER;
    }

    String anchor() {
        return phrase.substring(anchorStart, anchorEnd);
    }

    /** The whole phrase around its anchor, if it stands there. */
    Optional<Span> around(String text, int start, int end) {
        int from = left(text, anchorStart - 1, start);
        int to = from < 0 ? -1 : right(text, anchorEnd, end);
        return to < 0 ? Optional.empty() : Optional.of(new Span(from, to));
    }

    private int right(String text, int piece, int begin) {
        int at = begin;
        for (int i = piece; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            if (c == GAP) return behindGap(text, i + 1, at);
            if (c == NUMBER) {
                at = numberEnd(text, at);
                if (at < 0) return -1;
            } else if (at >= text.length() || text.charAt(at++) != c) return -1;
        }
        return at;
    }

    private int behindGap(String text, int piece, int at) {
        for (int gap = 0; gap <= WIDEST && at + gap <= text.length(); gap++) {
            if (gap > 0 && CLAUSE_ENDS.indexOf(text.charAt(at + gap - 1)) >= 0) return -1;
            int end = right(text, piece, at + gap);
            if (end >= 0) return end;
        }
        return -1;
    }

    private int left(String text, int piece, int end) {
        int at = end;
        for (int i = piece; i >= 0; i--) {
            char c = phrase.charAt(i);
            if (c == GAP) return beforeGap(text, i - 1, at);
            if (c == NUMBER) {
                at = numberStart(text, at);
                if (at < 0) return -1;
            } else if (at == 0 || text.charAt(--at) != c) return -1;
        }
        return at;
    }

    private int beforeGap(String text, int piece, int at) {
        for (int gap = 0; gap <= WIDEST && at - gap >= 0; gap++) {
            if (gap > 0 && CLAUSE_ENDS.indexOf(text.charAt(at - gap)) >= 0) return -1;
            int start = left(text, piece, at - gap);
            if (start >= 0) return start;
        }
        return -1;
    }

    private static int numberEnd(String text, int at) {
        int i = at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
        int digits = 0;
        while (i < text.length() && digits < 2 && NumberForms.isNumeral(text.charAt(i))) {
            i++;
            digits++;
        }
        if (digits == 0 || (i < text.length() && Character.isDigit(text.charAt(i)))) return -1;
        return i < text.length() && text.charAt(i) == ' ' ? i + 1 : i;
    }

    private static int numberStart(String text, int at) {
        int i = at > 0 && text.charAt(at - 1) == ' ' ? at - 1 : at;
        int digits = 0;
        while (i > 0 && digits < 2 && NumberForms.isNumeral(text.charAt(i - 1))) {
            i--;
            digits++;
        }
        return digits == 0 || (i > 0 && Character.isDigit(text.charAt(i - 1))) ? -1 : i;
    }
}
