package org.unlisted.crawl.offer;

import java.util.Set;
import java.util.regex.Pattern;
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
 * @param rest     null-like empty where the anchor is the whole phrase; else the pattern around it
 */
record Term(
        TermClass termClass,
        int weight,
        Set<View> views,
        boolean toneless,
        boolean clauseStart,
        boolean openEnd,
        String anchor,
        java.util.Optional<Pattern> rest) {
    private static final String CLAUSE_ENDS = ",.;:!?。、\n\"()[]{}【】<>|/~+*#>-";

    static Term of(String phrase, TermClass termClass, int weight, Set<View> views, boolean toneless) {
        String folded = fold(phrase);
        boolean clauseStart = folded.startsWith("^");
        if (clauseStart) folded = folded.substring(1);
        boolean open = folded.endsWith("*");
        if (open) folded = folded.substring(0, folded.length() - 1);
        String anchor = anchor(folded);
        if (anchor.isBlank()) throw new IllegalArgumentException("empty term '" + phrase + "' in class " + termClass);
        boolean literal = anchor.equals(folded);
        return new Term(
                termClass,
                weight,
                Set.copyOf(views),
                toneless,
                clauseStart,
                open,
                anchor,
                literal ? java.util.Optional.empty() : java.util.Optional.of(Pattern.compile(regex(folded))));
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
        TextNormalizer normalizer = new TextNormalizer();
        // Piece by piece: between Han characters the normaliser takes a gap sign for an evasive dot.
        return Stream.of(phrase.split("~", -1))
                .map(piece -> matchable(normalizer.normalize(piece).text()))
                .collect(Collectors.joining("~"));
    }

    private static String regex(String phrase) {
        StringBuilder out = new StringBuilder();
        char first = phrase.charAt(0);
        if (isLetter(first)) out.append("(?<![\\p{IsLatin}\\p{IsCyrillic}])");
        for (int i = 0; i < phrase.length(); i++) {
            char c = phrase.charAt(i);
            if (c == '#') out.append("\\s?(?:\\d{1,2}|[一二两三四五六七八九十])\\s?");
            else if (c == '~') out.append("[^,.;!?。\\n]{0,8}?");
            else out.append(Pattern.quote(String.valueOf(c)));
        }
        if (isLetter(phrase.charAt(phrase.length() - 1))) out.append("(?![\\p{IsLatin}\\p{IsCyrillic}])");
        return out.toString();
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) && !TextNormalizer.isHan(c);
    }

    private static String anchor(String phrase) {
        return Stream.of(phrase.split("[~#]", -1)).reduce("", (a, b) -> a.length() >= b.length() ? a : b);
    }
}
