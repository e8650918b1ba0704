package org.unlisted.crawl.scope;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A pattern over a whole path and query: {@code *} is any run of characters, slashes too; all else means itself, so
 * {@code ?} begins the query. Not a regular expression: a glob is matched in time of pattern times text at worst,
 * whoever wrote the text.
 */
record Glob(String pattern) {
    private static final int MAX_LENGTH = 500;
    private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");

    /** Spells the pattern as {@link org.unlisted.crawl.fetch.CanonicalUrl} spells addresses. */
    Glob {
        if (!pattern.startsWith("/") && !pattern.startsWith("*"))
            throw new IllegalArgumentException("pattern '" + pattern + "' does not begin with / or *");
        if (pattern.length() > MAX_LENGTH)
            throw new IllegalArgumentException("pattern longer than " + MAX_LENGTH + ": '" + pattern + "'");
        pattern = escaped(pattern).replaceAll("\\*{2,}", "*");
    }

    boolean matches(String text) {
        int p = 0;
        int star = -1;
        int retry = 0;
        for (int t = 0; t < text.length(); ) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) { // the last star takes one character more; earlier ones never need to
                p = star + 1;
                t = ++retry;
            } else {
                return false;
            }
        }
        return p == pattern.length() || p == pattern.length() - 1 && pattern.charAt(p) == '*';
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : ESCAPE.matcher(text).replaceAll(m -> m.group().toUpperCase(Locale.ROOT)).getBytes(UTF_8)) {
            if (b > 0x20 && b < 0x7f) out.append((char) b);
            else out.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
        }
        return out.toString();
    }
}
