package org.unlisted.crawl.offer;

import java.util.Arrays;

/** Dots and spaces strewn between the characters of one word, as in 身.份.证 and c c c d. */
final class Joiners {
    // Signs that stand between two Han characters only to break a word; the plus sign and commas list things and stay.
    private static final String DOTS = ".·•*_|~^'`-/\\丨丶。";
    private static final int LETTERS_OF_A_WORD = 3;

    private Joiners() {}

    static void drop(OffsetText text) {
        boolean[] keep = new boolean[text.length()];
        Arrays.fill(keep, true);
        for (int i = 1; i + 1 < keep.length; i++) {
            int end = i;
            while (end < keep.length && isJoiner(text.charAt(end))) end++;
            if (end == i) continue;
            if (end < keep.length && end - i == 3 && isSpacedDot(text, i) && isLoneDigit(text, i - 1) && isLoneDigit(text, end)) {
                keep[i] = false; // 1 . 1 is 1.1
                keep[i + 2] = false;
            } else if (end < keep.length && end - i <= 3 && splitsWord(text, i, end)) Arrays.fill(keep, i, end, false);
            else for (int k = i + 1; k < end; k++) keep[k] = text.charAt(k) != ' ' || text.charAt(k - 1) != ' ';
            i = end;
        }
        text.keep(keep);
    }

    private static boolean isSpacedDot(OffsetText text, int at) {
        return text.charAt(at) == ' ' && text.charAt(at + 1) == '.' && text.charAt(at + 2) == ' ';
    }

    private static boolean isJoiner(char c) {
        return c == ' ' || DOTS.indexOf(c) >= 0;
    }

    /**
     * A space separates phrases unless a character stands alone on one side of it; a dot joins runs of two as well.
     * Latin letters one by one (c.c.c.d, k y c) are a word too.
     */
    private static boolean splitsWord(OffsetText text, int start, int end) {
        boolean space = text.charAt(start) == ' ' && text.charAt(end - 1) == ' ';
        if (isHan(text, start - 1) && isHan(text, end)) {
            int left = run(text, start - 1, -1);
            int right = run(text, end, 1);
            // A unit behind its number does not stand alone: 5元/张, 2000套 两毛.
            if (left <= 2 && followsNumber(text, start - left)) return false;
            if (text.charAt(start) == '。') return left <= 1 && right <= 1 && end - start == 1;
            if (text.charAt(start) == '/') return Math.max(left, right) <= 1 && end - start == 1;
            return Math.min(left, right) <= (space ? 1 : 2);
        }
        if (isLoneDigit(text, start - 1) && isLoneDigit(text, end)) return space && end - start == 1 && digitsInARow(text, start);
        if (text.charAt(start) == '\'') return false; // I'd is no ID
        if ("/.".indexOf(text.charAt(start)) >= 0 && unitBehindNumber(text, start)) return false;
        if (space && separatesSpelt(text, start, end)) return false;
        return isSpelt(text, start - 1) && isSpelt(text, end) && (!space || lettersInARow(text, start) >= LETTERS_OF_A_WORD);
    }

    /** 70 р/к-т, 40 р. с человека: no letters of a word. */
    private static boolean unitBehindNumber(OffsetText text, int slash) {
        if (text.charAt(slash - 1) != 'р') return false;
        int at = slash - 2;
        if (at > 0 && text.charAt(at) == ' ') at--;
        return at >= 0 && Character.isDigit(text.charAt(at));
    }

    /** "f.a.c.e p.h.o.t.o", "f a c e  p h o t o": a space among dots, or two among single ones, stands between words. */
    private static boolean separatesSpelt(OffsetText text, int start, int end) {
        char left = start > 1 ? text.charAt(start - 2) : 'x';
        char right = end + 1 < text.length() ? text.charAt(end + 1) : 'x';
        boolean dots = DOTS.indexOf(left) >= 0 || DOTS.indexOf(right) >= 0;
        return dots || (end - start > 1 && (left == ' ' || right == ' '));
    }

    private static boolean followsNumber(OffsetText text, int from) {
        int at = from > 0 && text.charAt(from - 1) == ' ' ? from - 1 : from;
        if (at < from && !(at > 0 && Character.isDigit(text.charAt(at - 1)))) return false;
        return at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)) && !isHan(text, at - 1);
    }

    /** How many single letters stand around a gap, each with a gap of one after it. */
    private static int lettersInARow(OffsetText text, int gap) {
        int count = 0;
        for (int i = gap - 1; i >= 0 && count < 4 && isSpelt(text, i); i -= 2) {
            count++;
            if (i == 0 || !isJoiner(text.charAt(i - 1))) break;
        }
        for (int i = gap + 1; i < text.length() && count < 4 && isSpelt(text, i); i += 2) {
            count++;
            if (i + 1 >= text.length() || !isJoiner(text.charAt(i + 1))) break;
        }
        return count;
    }

    private static boolean isLoneHan(OffsetText text, int i) {
        return isHan(text, i)
                && (i == 0 || text.charAt(i - 1) == ' ')
                && (i + 1 == text.length() || text.charAt(i + 1) == ' ');
    }

    private static boolean isLoneDigit(OffsetText text, int i) {
        return Character.isDigit(text.charAt(i))
                && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))
                && (i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1)) || isHan(text, i + 1));
    }

    /** 1 2 0 0: three digits and more, each by itself. */
    private static boolean digitsInARow(OffsetText text, int gap) {
        boolean left = gap >= 3 && text.charAt(gap - 2) == ' ' && isLoneDigit(text, gap - 3);
        boolean right = gap + 3 < text.length() && text.charAt(gap + 2) == ' ' && isLoneDigit(text, gap + 3);
        // 套 2 2 米: strewn like the characters around it
        boolean strewn = gap >= 3 && gap + 3 < text.length() && isLoneHan(text, gap - 3) && isLoneHan(text, gap + 3);
        return left || right || strewn;
    }

    private static boolean isSpelt(OffsetText text, int i) {
        return Character.isLetter(text.charAt(i))
                && !TextNormalizer.isHan(text.charAt(i))
                && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))
                && (i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1)));
    }

    private static boolean isHan(OffsetText text, int i) {
        return TextNormalizer.isHan(text.charAt(i));
    }

    private static int run(OffsetText text, int from, int step) {
        int length = 0;
        for (int i = from; i >= 0 && i < text.length() && isHan(text, i) && length < 3; i += step) length++;
        return length;
    }
}
