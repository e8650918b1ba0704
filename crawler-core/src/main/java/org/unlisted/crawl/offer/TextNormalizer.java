package org.unlisted.crawl.offer;

import com.ibm.icu.text.Normalizer2;
import java.util.BitSet;
import java.util.Locale;

/**
 * Undoes the spellings by which sellers dodge word filters: full width, circled characters, zero-width characters,
 * combining strokes, traditional characters, look-alike letters of another script, digits for letters, and dots or
 * spaces strewn between characters. Thread-safe.
 */
final class TextNormalizer {
    private static final int HAN_FIRST = 0x3400;
    private static final int HAN_LAST = 0x9FFF;
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final char FIRST_CIRCLED = '\u2460';
    private static final String KEYCAP = "\uFE0F\u20E3";
    private static final char SLOW = '\uFFFF';
    private static final char DROPPED = '\uFFFE';
    // What becomes of a character that stands alone; most do, and a table is a hundred times as fast as a normaliser.
    private static final char[] FOLDED = table();
    private static final BitSet ALPHABETIC = alphabetic();

    NormalText normalize(String original) {
        OffsetText out = new OffsetText(original);
        int length = original.length();
        for (int i = 0; i < length; ) {
            char folded = FOLDED[original.charAt(i)];
            int bullet = bulletEnd(original, i);
            if (bullet > i && atLineStart(out)) {
                append(out, Character.isDigit(original.charAt(i)) ? original.charAt(i) : (char) ('1' + original.charAt(i) - FIRST_CIRCLED), i, bullet);
                append(out, ')', i, bullet);
                i = bullet;
                continue;
            }
            boolean alone = i + 1 >= length || !isMark(original.charAt(i + 1));
            if (folded != SLOW && alone) {
                if (folded != DROPPED) append(out, folded, i, i + 1);
                i++;
                continue;
            }
            int end = clusterEnd(original, i);
            appendCluster(out, original.substring(i, end), i, end);
            i = end;
        }
        LookAlikes.fold(out);
        Joiners.drop(out);
        return out.toNormalText();
    }

    /**
     * The same for a phrase in which nothing is strewn: character by character; empty when it takes more than that.
     * A lexicon has hundreds of thousands of them.
     */
    static String plain(String phrase) {
        char[] out = new char[phrase.length()];
        boolean cyrillic = false;
        boolean latin = false;
        for (int i = 0; i < out.length; i++) {
            char c = FOLDED[phrase.charAt(i)];
            boolean simple = c != SLOW && c != DROPPED && (Character.isLetter(c) || (c == ' ' && i > 1 && i + 2 < out.length));
            if (!simple) return "";
            cyrillic |= c >= 0x400 && c <= 0x52F;
            latin |= c < 0x250 && c != ' ';
            boolean lone = c == ' ' && (phrase.charAt(i - 2) == ' ' || phrase.charAt(i + 2) == ' ' || isHan(FOLDED[phrase.charAt(i - 1)]));
            if (lone) return "";
            out[i] = c;
        }
        return cyrillic && latin ? "" : new String(out);
    }

    /** Where ① or 1️⃣ ends, if no other digit follows; else {@code at}. */
    private static int bulletEnd(String s, int at) {
        char c = s.charAt(at);
        int end = at;
        if (c >= FIRST_CIRCLED && c < FIRST_CIRCLED + 9) end = at + 1;
        else if (c >= '1' && c <= '9' && s.startsWith(KEYCAP, at + 1)) end = at + 1 + KEYCAP.length();
        boolean more = end < s.length() && (Character.isDigit(s.charAt(end)) || (s.charAt(end) >= FIRST_CIRCLED && s.charAt(end) < FIRST_CIRCLED + 20));
        return more ? at : end;
    }

    private static boolean atLineStart(OffsetText out) {
        int last = out.length() - 1;
        while (last >= 0 && out.charAt(last) == ' ') last--;
        return last < 0 || out.charAt(last) == '\n';
    }

    /** A code point and the combining marks on it: Vietnamese is often typed decomposed, and strokes hide words. */
    private static int clusterEnd(String s, int start) {
        int end = start + Character.charCount(s.codePointAt(start));
        while (end < s.length() && isMark(s.charAt(end))) end++;
        return end;
    }

    private static void appendCluster(OffsetText out, String cluster, int start, int end) {
        int first = cluster.codePointAt(0);
        if (isInvisible(first)) return;
        String half = fraction(first);
        if (!half.isEmpty()) {
            boolean follows = out.length() > 0 && Character.isDigit(out.charAt(out.length() - 1));
            for (char c : (follows ? half.substring(1) : half).toCharArray()) append(out, c, start, end);
            return;
        }
        String folded = NFKC.normalize(cluster).toLowerCase(Locale.ROOT);
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (isMark(c)) continue; // what no letter took up: strokes through a word, emoji variation selectors
            append(out, single(c), start, end);
        }
    }

    private static String fraction(int c) {
        return switch (c) {
            case '½' -> "0.5";
            case '¼' -> "0.25";
            case '¾' -> "0.75";
            default -> "";
        };
    }

    private static void append(OffsetText out, char c, int start, int end) {
        // Two spaces may part words that are spelt with single ones; Joiners leaves one.
        int last = out.length() - 1;
        if (c == ' ' && last > 0 && out.charAt(last) == ' ' && out.charAt(last - 1) == ' ') return;
        out.append(c, start, end);
    }

    private static boolean isMark(char c) {
        if (c < 0x300) return false;
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** Zero-width joiners and spaces, soft hyphens, blank letters, tags and variation selectors. */
    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT
                || c == 0x3164 || c == 0x115F || c == 0x1160 || c == 0xFFA0 || c == 0x2800 || c == 0x034F
                || (c >= 0xE0100 && c <= 0xE01EF);
    }

    private static char single(char c) {
        if (c != '\n' && (Character.isWhitespace(c) || Character.isISOControl(c) || Character.isSpaceChar(c)))
            return ' ';
        return switch (c) {
            case '–', '—', '−', '‐', '‑', '‒', '―' -> '-';
            case '’', '‘', '`', 'ʼ' -> '\'';
            case '“', '”', '„', '«', '»', '「', '」', '『', '』' -> '"';
            case '丨', '│', '┃', '┆', '¦' -> '|';
            case '×', '✕', '✖' -> 'x';
            default -> c;
        };
    }

    /** A letter of an alphabet: what words are made of. */
    static boolean isAlphabetic(char c) {
        return ALPHABETIC.get(c);
    }

    static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }

    static boolean isHan(char c) {
        return (c >= HAN_FIRST && c <= HAN_LAST) || c == '〇';
    }

    private static BitSet alphabetic() {
        BitSet letters = new BitSet(1 << 16);
        for (int c = 0; c < 1 << 16; c++) if (!isHan((char) c) && Character.isLetter((char) c)) letters.set(c);
        return letters;
    }

    private static char[] table() {
        char[] table = SimplifiedHan.table();
        for (int i = 0; i < table.length; i++) {
            char c = table[i];
            if (isHan(c) || isHangulSyllable(c)) table[i] = single(c); // nothing else becomes of them
            else if (Character.isSurrogate(c)) table[i] = SLOW;
            else if (isInvisible(c) || isMark(c)) table[i] = DROPPED;
            else {
                String folded = NFKC.normalize(String.valueOf(c)).toLowerCase(Locale.ROOT);
                char first = folded.charAt(0);
                table[i] = folded.length() > 1 ? SLOW : single(isHan(first) ? table[first] : first);
            }
        }
        return table;
    }

    private static boolean isHangulSyllable(char c) {
        return c >= 0xAC00 && c <= 0xD7A3;
    }
}
