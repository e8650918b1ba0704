package org.unlisted.crawl.signal;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes a text fit to be shown or logged: of a personal number only the first three and the last two characters stay,
 * of the rest every one becomes {@value #MASK}. The length never changes, so places found in the original fit the
 * masked text. Masking twice changes nothing more. Thread-safe.
 */
public final class Masker {
    /** Stands for one UTF-16 unit; no letter, no digit, and nothing that sellers put between digits. */
    public static final char MASK = '\u2022';

    private static final int HEAD = 3;
    private static final int TAIL = 2;
    /** Of what is shorter, five characters would be most of it. */
    private static final int SHORT = 9;
    /** Masking one number can uncover another beside it; more rounds than this no text needs. */
    private static final int ROUNDS = 8;

    private static final SignalReader READER = new SignalReader();

    private Masker() {}

    /** The text without personal numbers. How to reach the seller stays legible: a notice needs it. */
    public static String mask(String text) {
        return mask(text, false);
    }

    /** The text without personal numbers, contacts and shares: for listings that are no case. */
    public static String maskAll(String text) {
        return mask(text, true);
    }

    private static String mask(String text, boolean contactsToo) {
        String masked = text;
        for (int round = 0; round < ROUNDS; round++) {
            String next = once(masked, contactsToo);
            if (next.equals(masked)) return masked;
            masked = next;
        }
        return masked;
    }

    private static String once(String text, boolean contactsToo) {
        Signals signals = READER.read(text, "und");
        if (signals.numbers().isEmpty() && (!contactsToo || signals.severity() == Severity.NONE)) return text;
        char[] units = text.toCharArray();
        for (PersonalNumber number : signals.numbers()) cover(units, number.start(), number.end());
        if (contactsToo) {
            for (Contact contact : signals.contacts()) cover(units, contact.start(), contact.end());
            for (DriveLink link : signals.links()) cover(units, link.start(), link.end());
        }
        return new String(units);
    }

    private static void cover(char[] units, int start, int end) {
        List<int[]> characters = characters(units, start, end);
        int size = characters.size();
        int head = size < SHORT ? Math.min(2, size / 2) : HEAD;
        int tail = size < SHORT ? 0 : TAIL;
        for (int[] character : characters.subList(head, size - tail))
            for (int i = character[0]; i < character[1]; i++) units[i] = MASK;
    }

    /** Spans of what the number consists of: code points with their marks, without gaps and separators. */
    private static List<int[]> characters(char[] units, int start, int end) {
        List<int[]> characters = new ArrayList<>();
        for (int i = start; i < end; ) {
            int codePoint = Character.codePointAt(units, i, end);
            int next = i + Character.charCount(codePoint);
            if (isMark(codePoint)) {
                if (!characters.isEmpty()) characters.getLast()[1] = next;
            } else if (!isGap(codePoint)) {
                characters.add(new int[] {i, next});
            }
            i = next;
        }
        return characters;
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> false;
        };
    }

    private static boolean isGap(int codePoint) {
        return codePoint != MASK
                && (Character.isWhitespace(codePoint)
                        || Character.isSpaceChar(codePoint)
                        || (codePoint != '_' && codePoint < 0x10000 && Numerals.isSeparator((char) codePoint)));
    }
}
