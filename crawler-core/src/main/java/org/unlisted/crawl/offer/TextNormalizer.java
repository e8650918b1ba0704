package org.unlisted.crawl.offer;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Locale;

/**
 * Undoes the spellings by which sellers dodge word filters: full width, circled characters, zero-width characters,
 * traditional characters, look-alike letters of another script, and dots or spaces strewn between characters.
 * Thread-safe.
 */
final class TextNormalizer {
    private static final int HAN_FIRST = 0x3400;
    private static final int HAN_LAST = 0x9FFF;
    private static final char[] SIMPLIFIED = simplified();
    // Joiners that stand between two Han characters only to break a word; the plus sign and commas list things and
    // stay.
    private static final String DOTS = ".·•*_|~^'`-";

    NormalText normalize(String original) {
        OffsetText out = new OffsetText(original);
        for (int i = 0; i < original.length(); ) {
            int end = clusterEnd(original, i);
            append(out, original.substring(i, end), i, end);
            i = end;
        }
        LookAlikes.fold(out);
        out.keep(joinersDropped(out));
        return out.toNormalText();
    }

    /** A code point and the combining marks on it: Vietnamese is often typed decomposed. */
    private static int clusterEnd(String s, int start) {
        int end = start + Character.charCount(s.codePointAt(start));
        while (end < s.length() && Character.getType(s.codePointAt(end)) == Character.NON_SPACING_MARK)
            end += Character.charCount(s.codePointAt(end));
        return end;
    }

    private static void append(OffsetText out, String cluster, int start, int end) {
        int first = cluster.codePointAt(0);
        if (Character.getType(first) == Character.FORMAT) return; // zero-width joiners and spaces, soft hyphen
        String folded = Normalizer2.getNFKCInstance().normalize(cluster).toLowerCase(Locale.ROOT);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c == '\uFE0F') continue; // emoji variation selector
            if (c != '\n' && (Character.isWhitespace(c) || Character.isISOControl(c))) c = ' ';
            if (c >= HAN_FIRST && c <= HAN_LAST) c = SIMPLIFIED[c - HAN_FIRST];
            out.append(c, start, end);
        }
    }

    /** Which units stay, once dots and spaces inside words are gone. */
    private static boolean[] joinersDropped(OffsetText text) {
        boolean[] keep = new boolean[text.length()];
        for (int i = 0; i < keep.length; i++) keep[i] = true;
        for (int i = 1; i + 1 < keep.length; i++) {
            int end = i;
            while (end < keep.length && isJoiner(text.charAt(end))) end++;
            if (end == i) continue;
            if (end < keep.length && end - i <= 2 && splitsWord(text, i, end))
                for (int j = i; j < end; j++) keep[j] = false;
            i = end;
        }
        return keep;
    }

    private static boolean isJoiner(char c) {
        return c == ' ' || DOTS.indexOf(c) >= 0;
    }

    /**
     * A space separates phrases unless a character stands alone on one side of it; a dot joins runs of two as well.
     * Latin letters one by one between dots (c.c.c.d) are a word too.
     */
    private static boolean splitsWord(OffsetText text, int start, int end) {
        boolean space = text.charAt(start) == ' ' && text.charAt(end - 1) == ' ';
        if (isHan(text.charAt(start - 1)) && isHan(text.charAt(end)))
            return Math.min(run(text, start - 1, -1), run(text, end, 1)) <= (space ? 1 : 2);
        return !space && end - start == 1 && isSpelt(text, start - 1) && isSpelt(text, end);
    }

    private static boolean isSpelt(OffsetText text, int i) {
        return Character.isLetter(text.charAt(i))
                && !isHan(text.charAt(i))
                && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))
                && (i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1)));
    }

    private static int run(OffsetText text, int from, int step) {
        int length = 0;
        for (int i = from; i >= 0 && i < text.length() && isHan(text.charAt(i)) && length < 3; i += step) length++;
        return length;
    }

    static boolean isHan(char c) {
        return (c >= HAN_FIRST && c <= HAN_LAST) || c == '〇';
    }

    private static char[] simplified() {
        Transliterator toSimplified = Transliterator.getInstance("Traditional-Simplified");
        char[] map = new char[HAN_LAST - HAN_FIRST + 1];
        for (int i = 0; i < map.length; i++) {
            String one = String.valueOf((char) (HAN_FIRST + i));
            String simple = toSimplified.transliterate(one);
            map[i] = simple.length() == 1 ? simple.charAt(0) : one.charAt(0);
        }
        return map;
    }
}
