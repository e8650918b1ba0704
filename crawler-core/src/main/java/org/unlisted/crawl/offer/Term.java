package org.unlisted.crawl.offer;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A phrase of the lexicon.
 *
 * <p>Syntax: a space matches a space or hyphen; {@code ~} up to eight characters of the same clause; {@code #} a number
 * of one or two digits; {@code *} at the end any further letters; {@code (s)} an optional s. Letters match whole words,
 * Han characters anywhere.
 *
 * @param weight 1 hints, 2 says, 3 decides
 * @param anchor  a literal piece of the phrase
 * @param literal the anchor is the whole phrase
 */
record Term(TermClass termClass, int weight, Set<View> views, Pattern pattern, String anchor, boolean literal) {
    private static final String LETTER = "\\p{IsLatin}\\p{IsCyrillic}";

    static Term of(String phrase, TermClass termClass, int weight, Set<View> views) {
        String folded = fold(phrase);
        if (folded.isBlank()) throw new IllegalArgumentException("empty term in class " + termClass);
        String anchor = anchor(folded);
        return new Term(
                termClass, weight, Set.copyOf(views), Pattern.compile(regex(folded)), anchor, anchor.equals(folded));
    }

    /**
     * Reports each place where the phrase stands. A page is searched for some two thousand phrases, of which it has a
     * handful: the pattern runs only where its anchor was found.
     */
    void find(String text, Consumer<Hit> found) {
        int at = text.indexOf(anchor);
        if (at < 0) return;
        Matcher m = pattern.matcher(text).useTransparentBounds(true);
        if (!literal) {
            while (m.find()) found.accept(new Hit(this, m.start(), m.end()));
            return;
        }
        for (; at >= 0; at = text.indexOf(anchor, at + 1))
            if (m.region(at, at + anchor.length()).matches()) found.accept(new Hit(this, at, at + anchor.length()));
    }

    /** The phrase in the spelling of normalised texts. */
    static String fold(String phrase) {
        TextNormalizer normalizer = new TextNormalizer();
        // Piece by piece: between Han characters the normaliser takes a gap sign for an evasive dot.
        return Stream.of(phrase.split("~", -1))
                .map(piece -> normalizer.normalize(piece).text())
                .collect(Collectors.joining("~"));
    }

    /** A folded phrase as a regular expression; many can be joined into one. */
    static String regex(String phrase) {
        StringBuilder out = new StringBuilder();
        boolean open = phrase.endsWith("*");
        String body = open ? phrase.substring(0, phrase.length() - 1) : phrase;
        char first = body.charAt(0);
        if (Character.isDigit(first)) out.append("(?<![\\d.,").append(LETTER).append("])");
        else if (isLetter(first)) out.append("(?<![").append(LETTER).append("])");
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (body.startsWith("(s)", i)) {
                out.append("s?");
                i += 2;
            } else if (c == ' ') out.append("[ \\-_]{1,2}");
            else if (c == '#') out.append("\\s?(?:\\d{1,2}|[一二两三四五六七八九十])\\s?");
            else if (c == '~') out.append("[^,.;!?。\\n]{0,8}?");
            else if ("\\.[]{}()*+?^$|".indexOf(c) >= 0) out.append('\\').append(c);
            else out.append(c);
        }
        if (open) out.append("\\p{L}*");
        else if (isLetter(body.charAt(body.length() - 1)) || body.endsWith("(s)"))
            out.append("(?![").append(LETTER).append("])");
        return out.toString();
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) && !TextNormalizer.isHan(c);
    }

    private static String anchor(String phrase) {
        return Stream.of(phrase.split("\\(s\\)|[ ~#*]", -1))
                .reduce("", (a, b) -> a.length() >= b.length() ? a : b);
    }
}
