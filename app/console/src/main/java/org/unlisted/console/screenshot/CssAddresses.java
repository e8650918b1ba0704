package org.unlisted.console.screenshot;

import java.net.URI;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rewrites the {@code url(…)} of a style sheet or a style attribute. */
final class CssAddresses {
    // CSS Values 4, 4.5: url( ws* (string | bare) ws* ); the bound keeps hostile sheets from costing time
    private static final Pattern URL =
            Pattern.compile("url\\(\\s*(?:\"([^\"]{0,4000})\"|'([^']{0,4000})'|([^)\"']{0,4000}))\\s*\\)",
                    Pattern.CASE_INSENSITIVE);

    private CssAddresses() {}

    /**
     * The same style with other addresses.
     *
     * @param base  what relative addresses in the style are relative to
     * @param shown gives the new address for an absolute one
     */
    static String rewrite(String css, URI base, UnaryOperator<String> shown) {
        Matcher matcher = URL.matcher(css);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String found = matcher.group(1) != null ? matcher.group(1)
                    : matcher.group(2) != null ? matcher.group(2) : matcher.group(3).strip();
            String now = "url('" + shown.apply(absolute(base, found)) + "')";
            matcher.appendReplacement(out, Matcher.quoteReplacement(now));
        }
        return matcher.appendTail(out).toString();
    }

    /** As the page's own address where the text is no address. */
    private static String absolute(URI base, String found) {
        try {
            return base.resolve(found).toString();
        } catch (IllegalArgumentException e) {
            return base.toString();
        }
    }
}
