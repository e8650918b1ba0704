package org.unlisted.crawl.offer;

import java.util.Set;

/**
 * What a phrase of the lexicon says, and where it must stand to say it. Thousands of phrases have the same.
 *
 * @param weight      1 hints, 2 says, 3 decides
 * @param views       pictures that the phrase names
 * @param toneless    counts only in Vietnamese typed without marks
 * @param clauseStart only at the beginning of a clause
 * @param openEnd     any further letters may follow
 * @param traits      what the words say beside the class
 */
record Term(
        TermClass termClass,
        int weight,
        Set<View> views,
        boolean toneless,
        boolean clauseStart,
        boolean openEnd,
        Set<Trait> traits) {
    private static final String CLAUSE_ENDS = ",.;:!?。、\n\"()[]{}【】<>|/~+*#>-";

    /** The text in which anchors are searched: as long as the normalised one, with one sign for all gaps in words. */
    static String matchable(String normalised) {
        char[] chars = normalised.toCharArray();
        for (int i = 0; i < chars.length; i++)
            if (chars[i] == '-' || chars[i] == '_') chars[i] = ' ';
        return new String(chars);
    }

    /** Whether an occurrence of the literal is the phrase: at word limits, at a clause's start if so wanted. */
    boolean standsAt(String text, int start, int end) {
        char first = text.charAt(start);
        char last = text.charAt(end - 1);
        if (start > 0) {
            char before = text.charAt(start - 1);
            if (Character.isDigit(first) && (isLetter(before) || Character.isDigit(before) || before == '.' || before == ','))
                return false;
            if (isLetter(first) && isLetter(before)) return false;
        }
        if (end < text.length()) {
            char after = text.charAt(end);
            if (!openEnd && isLetter(last) && isLetter(after)) return false;
            if (Character.isDigit(last) && (Character.isDigit(after) || isLetter(after) || isDecimal(text, end))) return false;
        }
        return !clauseStart || atClauseStart(text, start);
    }

    private static boolean isDecimal(String text, int at) {
        char c = text.charAt(at);
        return (c == '.' || c == ',') && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    }

    private static boolean atClauseStart(String text, int start) {
        int i = start - 1;
        boolean space = i >= 0 && text.charAt(i) == ' ';
        while (i >= 0 && text.charAt(i) == ' ') i--;
        if (i < 0 || CLAUSE_ENDS.indexOf(text.charAt(i)) >= 0) return true;
        char before = text.charAt(i);
        // Between Han phrases a space is a comma; emoji and other signs end a clause too.
        return (space && TextNormalizer.isHan(text.charAt(start))) || !Character.isLetterOrDigit(before);
    }

    private static boolean isLetter(char c) {
        return TextNormalizer.isAlphabetic(c);
    }
}
