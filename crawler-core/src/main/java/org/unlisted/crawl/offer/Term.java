package org.unlisted.crawl.offer;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A phrase of the lexicon, its choices spelt out.
 *
 * <p>Syntax: a space matches a space, hyphen or underscore; {@code ~} up to eight characters of the same clause;
 * {@code #} a number of one or two digits; {@code *} at the end any further letters; {@code ^} at the start the
 * beginning of a clause. Letters match whole words, Han characters anywhere.
 *
 * @param weight   1 hints, 2 says, 3 decides
 * @param toneless counts only in Vietnamese typed without marks
 * @param anchor   the literal piece by which the phrase is found
 * @param gapped   the whole phrase, where the anchor is only a piece of it
 * @param traits   what the anchor says beside the class
 */
record Term(
        TermClass termClass,
        int weight,
        Set<View> views,
        boolean toneless,
        boolean clauseStart,
        boolean openEnd,
        String anchor,
        Optional<Gapped> gapped,
        Set<Trait> traits) {
    private static final String CLAUSE_ENDS = ",.;:!?。、\n\"()[]{}【】<>|/~+*#>-";

    static Term of(String phrase, TermClass termClass, int weight, Set<View> views, boolean toneless) {
        String folded = fold(phrase);
        boolean clauseStart = folded.startsWith("^");
        if (clauseStart) folded = folded.substring(1);
        boolean open = folded.endsWith("*");
        if (open) folded = folded.substring(0, folded.length() - 1);
        boolean literal = folded.indexOf('~') < 0 && folded.indexOf('#') < 0;
        Optional<Gapped> gapped = literal ? Optional.empty() : Optional.of(new Gapped(folded));
        String anchor = gapped.map(Gapped::anchor).orElse(folded);
        if (anchor.isBlank() || anchor.equals("~") || anchor.equals("#"))
            throw new IllegalArgumentException("empty term '" + phrase + "' in class " + termClass);
        return new Term(
                termClass,
                weight,
                views,
                toneless,
                clauseStart,
                open,
                anchor,
                gapped,
                Trait.of(termClass, anchor));
    }

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

    /** The phrase in the spelling of normalised texts. */
    static String fold(String phrase) {
        String plain = TextNormalizer.plain(phrase);
        if (!plain.isEmpty()) return matchable(plain);
        TextNormalizer normalizer = new TextNormalizer();
        // Piece by piece: between Han characters the normaliser takes a gap sign for an evasive dot.
        return Stream.of(phrase.split("~", -1))
                .map(piece -> matchable(normalizer.normalize(piece).text()))
                .collect(Collectors.joining("~"));
    }

    private static boolean isLetter(char c) {
        return TextNormalizer.isAlphabetic(c);
    }
}
