package org.unlisted.crawl.signal;

import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text without the disguises of handles and numbers: full width, circled and emoji characters, zero-width characters,
 * diacritics, traditional characters. Two readings of equal length: {@link #plain} keeps the letter case, because
 * wallets and share ids need it; {@link #lower} is what words are compared with. Each unit knows its span in the
 * original.
 */
final class FoldedText {
    private static final String TRADITIONAL = "電報飛機紙聯繫係號碼網雲盤鏈證護銀話訊參貳叁陸雙區華錢單賣買";
    private static final String SIMPLIFIED = "电报飞机纸联系系号码网云盘链证护银话讯叁贰叁陆双区华钱单卖买";
    private static final char[] BASE = new char[0x3000];
    private static final char KEYCAP = '\u20E3';

    static {
        for (int c = 0; c < BASE.length; c++) BASE[c] = base((char) c);
    }

    private final String original;
    private char[] plain;
    private char[] lower = {};
    private int length;
    /** Absent while every unit so far stands for itself: then nobody pays for a map. */
    private int @Nullable [] starts;
    private int @Nullable [] ends;

    FoldedText(String original) {
        this.original = original;
        this.plain = new char[original.length() + 16];
        for (int i = 0; i < original.length(); ) {
            char c = original.charAt(i);
            if (c < 0x80) {
                append(c, i, ++i);
            } else {
                int codePoint = original.codePointAt(i);
                int end = i + Character.charCount(codePoint);
                fold(codePoint, i, end);
                i = end;
            }
        }
        lower = new char[length];
        for (int i = 0; i < length; i++) lower[i] = Character.toLowerCase(plain[i]);
    }

    int length() {
        return length;
    }

    /** The unit in its letter case; NUL beyond both ends. */
    char plain(int i) {
        return i < 0 || i >= length ? 0 : plain[i];
    }

    /** The unit in lower case; NUL beyond both ends. */
    char lower(int i) {
        return i < 0 || i >= length ? 0 : lower[i];
    }

    String plain(int start, int end) {
        return new String(plain, start, end - start);
    }

    String lower(int start, int end) {
        return new String(lower, start, end - start);
    }

    boolean startsWith(String word, int at) {
        if (at < 0 || at + word.length() > length) return false;
        for (int i = 0; i < word.length(); i++) if (lower[at + i] != word.charAt(i)) return false;
        return true;
    }

    /** Where in the original the unit begins. */
    int start(int index) {
        return starts == null ? index : starts[index];
    }

    /** Where in the original a span that ends before {@code index} ends. */
    int end(int index) {
        return ends == null ? index : ends[index - 1];
    }

    private void fold(int codePoint, int start, int end) {
        if (codePoint < BASE.length) {
            char base = BASE[codePoint];
            if (base != 0) append(base, start, end);
            else extend(end);
        } else if (codePoint >= 0x3400 && codePoint <= 0x9FFF) {
            int at = TRADITIONAL.indexOf(codePoint);
            append(at < 0 ? (char) codePoint : SIMPLIFIED.charAt(at), start, end);
        } else if (codePoint == 0xFE0F || codePoint == 0xFE0E) {
            extend(end);
        } else if (codePoint >= 0xFF01 && codePoint <= 0xFF5E) {
            append((char) (codePoint - 0xFEE0), start, end);
        } else if (codePoint >= 0x1F130 && codePoint <= 0x1F189) {
            int letter = (codePoint - 0x1F130) % 0x20; // squared, negative circled, negative squared A to Z
            append(letter < 26 ? (char) ('A' + letter) : ' ', start, end);
        } else if (Character.isSupplementaryCodePoint(codePoint) || codePoint >= 0xF900) {
            if (Character.getType(codePoint) == Character.FORMAT) extend(end);
            else appendCompatible(original.substring(start, end), start, end);
        } else if (codePoint == 0x3000) {
            append(' ', start, end);
        } else {
            append((char) codePoint, start, end);
        }
    }

    /**
     * NFKC turns mathematical letters and digits into plain ones; what it leaves outside the BMP stays in two units.
     */
    private void appendCompatible(String one, int start, int end) {
        String folded = Normalizer.normalize(one, Normalizer.Form.NFKC);
        for (int i = 0; i < folded.length(); i++) append(folded.charAt(i), start, end);
    }

    private void append(char c, int start, int end) {
        if (length == plain.length) grow();
        if (starts == null && (start != length || end != length + 1)) makeMap();
        plain[length] = c;
        if (starts != null && ends != null) {
            starts[length] = start;
            ends[length] = end;
        }
        length++;
    }

    /** A mark on the unit before belongs to its span. */
    private void extend(int end) {
        if (length == 0) return;
        if (starts == null) makeMap();
        if (ends != null) ends[length - 1] = end;
    }

    private void makeMap() {
        starts = new int[plain.length];
        ends = new int[plain.length];
        for (int i = 0; i < length; i++) {
            starts[i] = i;
            ends[i] = i + 1;
        }
    }

    private void grow() {
        int size = plain.length * 2;
        plain = Arrays.copyOf(plain, size);
        if (starts != null) starts = Arrays.copyOf(starts, size);
        if (ends != null) ends = Arrays.copyOf(ends, size);
    }

    /** What a character below U+3000 is read as; NUL for what only dresses the one before. */
    private static char base(char c) {
        if (c < 0x80) return c;
        if (c == KEYCAP || (c >= 0x0300 && c <= 0x036F) || Character.getType(c) == Character.FORMAT) return 0;
        if (c == 'đ') return 'd';
        if (c == 'Đ') return 'D';
        if (c >= 0x2460 && c <= 0x249B) return counted((c - 0x2460) % 20 + 1, c);
        if (c >= 0x24F5 && c <= 0x24FE) return counted(c - 0x24F5 + 1, c);
        if (c >= 0x2776 && c <= 0x2793) return counted((c - 0x2776) % 10 + 1, c);
        if (c == '⓪' || c == '⓿') return '0';
        if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) return (char) ('0' + Character.digit(c, 10));
        if (Character.isSpaceChar(c) && c != '\u2028' && c != '\u2029') return ' ';
        String folded = Normalizer.normalize(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC),
                Normalizer.Form.NFD);
        boolean dressed = folded.chars().skip(1).allMatch(m -> Character.getType(m) == Character.NON_SPACING_MARK);
        return dressed && isWord(folded.charAt(0)) ? folded.charAt(0) : c;
    }

    /** One to nine in a circle are digits; eleven is no digit of a number. */
    private static char counted(int n, char c) {
        return n <= 9 ? (char) ('0' + n) : c;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isWord(char c) {
        return isDigit(c) || isLatin(c);
    }
}
