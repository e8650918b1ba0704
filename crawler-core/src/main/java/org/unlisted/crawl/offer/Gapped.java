package org.unlisted.crawl.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A phrase with gaps and numbers between its pieces, looked for around its longest piece. A pattern would do, but a word
 * like "selfie" is the longest piece of a hundred phrases, and stands in every offer.
 */
final class Gapped {
    private static final int WIDEST = 8;
    private static final String CLAUSE_ENDS = ",.;!?。\n";
    private static final String GAP = "~";
    private static final String NUMBER = "#";

    private final List<String> pieces = new ArrayList<>();
    private final int anchor;

    /** @param phrase folded, with {@code ~} for a gap and {@code #} for a number of one or two digits */
    Gapped(String phrase) {
        StringBuilder literal = new StringBuilder();
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            if (c != '~' && c != '#') {
                literal.append(c);
                continue;
            }
            if (!literal.isEmpty()) pieces.add(literal.toString());
            literal.setLength(0);
            pieces.add(String.valueOf(c));
        }
        if (!literal.isEmpty()) pieces.add(literal.toString());
        int longest = 0;
        for (int i = 1; i < pieces.size(); i++)
            if (pieces.get(i).length() > pieces.get(longest).length() || isSign(pieces.get(longest))) longest = i;
        anchor = longest;
    }

    String anchor() {
        return pieces.get(anchor);
    }

    /** The whole phrase around its anchor, if it stands there. */
    Optional<Span> around(String text, int start, int end) {
        int from = left(text, anchor - 1, start);
        int to = from < 0 ? -1 : right(text, anchor + 1, end);
        return to < 0 ? Optional.empty() : Optional.of(new Span(from, to));
    }

    private int right(String text, int piece, int at) {
        if (piece >= pieces.size()) return at;
        String p = pieces.get(piece);
        if (p.equals(NUMBER)) {
            int end = numberEnd(text, at);
            return end < 0 ? -1 : right(text, piece + 1, end);
        }
        if (!p.equals(GAP)) return text.startsWith(p, at) ? right(text, piece + 1, at + p.length()) : -1;
        for (int gap = 0; gap <= WIDEST && at + gap <= text.length(); gap++) {
            if (gap > 0 && CLAUSE_ENDS.indexOf(text.charAt(at + gap - 1)) >= 0) return -1;
            int end = right(text, piece + 1, at + gap);
            if (end >= 0) return end;
        }
        return -1;
    }

    private int left(String text, int piece, int at) {
        if (piece < 0) return at;
        String p = pieces.get(piece);
        if (p.equals(NUMBER)) {
            int start = numberStart(text, at);
            return start < 0 ? -1 : left(text, piece - 1, start);
        }
        if (!p.equals(GAP)) return text.startsWith(p, at - p.length()) ? left(text, piece - 1, at - p.length()) : -1;
        for (int gap = 0; gap <= WIDEST && at - gap >= 0; gap++) {
            if (gap > 0 && CLAUSE_ENDS.indexOf(text.charAt(at - gap)) >= 0) return -1;
            int start = left(text, piece - 1, at - gap);
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

    private static boolean isSign(String piece) {
        return piece.equals(GAP) || piece.equals(NUMBER);
    }
}
