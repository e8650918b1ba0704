package org.unlisted.takedown.notice;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A stranger's words made fit to stand in a letter: one line, of bounded length, without invisible characters that
 * could reorder the text around them, and without the personal numbers that sellers print as samples.
 */
final class Quoted {
    // phone, card and ID numbers have nine digits and more; what listings count and charge has fewer
    private static final Pattern PERSONAL_NUMBER = Pattern.compile("(?<![\\p{L}\\d])\\d(?:[ -]?\\d){8,}[Xx]?");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}]");

    private Quoted() {}

    /** Empty where nothing visible is left. */
    static Optional<String> line(String words, int maxLength) {
        String line = PERSONAL_NUMBER.matcher(plain(words)).replaceAll("*********");
        if (line.codePointCount(0, line.length()) > maxLength)
            line = line.substring(0, line.offsetByCodePoints(0, maxLength)).strip() + " […]";
        return Optional.of(line).filter(l -> !l.isEmpty());
    }

    /** A handle stays whole, or nobody could find it. */
    static Optional<String> handle(String words) {
        return Optional.of(plain(words)).filter(l -> !l.isEmpty());
    }

    private static String plain(String words) {
        return INVISIBLE.matcher(words).replaceAll(" ").replaceAll("\\s+", " ").strip();
    }
}
