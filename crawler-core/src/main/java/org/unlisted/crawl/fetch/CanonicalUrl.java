package org.unlisted.crawl.fetch;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * One spelling for each address, so that a page found twice is fetched once: WHATWG URL rules, percent signs by RFC 3986
 * section 6.2.2, no fragment, no user, and nothing about the visit ({@link VisitMarks}). Parameters keep their order:
 * some sites read it.
 */
public final class CanonicalUrl {
    /** Longer addresses are traps or mistakes. */
    private static final int MAX_LENGTH = 2_000;

    /** Session ids of servlets and PHP that sit in the path: all to the next slash. */
    private static final Pattern PATH_SESSION =
            Pattern.compile(";(?:jsessionid|phpsessid|sessionid|sid)=[^/]*+", Pattern.CASE_INSENSITIVE);
    private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");

    private CanonicalUrl() {}

    /** The canonical form of an absolute http(s) URL, or empty where it is none or too long. */
    public static Optional<URI> of(String url) {
        HttpUrl parsed = HttpUrl.parse(url.strip());
        if (parsed == null) return Optional.empty();
        HttpUrl.Builder builder = parsed.newBuilder().fragment(null).username("").password("");
        String path = unescaped(parsed.encodedPath());
        String clean = PATH_SESSION.matcher(path).replaceAll("");
        builder.encodedPath(clean.startsWith("/") ? clean : "/");
        String query = parsed.encodedQuery();
        if (query != null) {
            String kept = withoutVisit(parsed.host(), clean, unescaped(query));
            builder.encodedQuery(kept.isEmpty() ? null : kept);
        }
        HttpUrl canonical = builder.build();
        String text = canonical.toString();
        if (text.length() > MAX_LENGTH) return Optional.empty();
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) { // characters that WHATWG allows in a query and RFC 3986 does not
            return Optional.of(canonical.uri());
        }
    }

    /** Scheme, host and port: what a source's scope is made of. Addresses of IPv6 are in brackets. */
    public static String origin(URI url) {
        HttpUrl parsed = HttpUrl.get(url.toString());
        String host = parsed.host().indexOf(':') < 0 ? parsed.host() : "[" + parsed.host() + "]";
        return parsed.scheme() + "://" + host + ":" + parsed.port();
    }

    private static String withoutVisit(String host, String path, String query) {
        VisitMarks marks = new VisitMarks(host, path, query);
        return Arrays.stream(query.split("&", -1)).filter(parameter -> !marks.has(parameter)).collect(joining("&"));
    }

    /** Escapes of unreserved characters undone, the others in capitals. */
    private static String unescaped(String text) {
        if (text.indexOf('%') < 0) return text;
        return ESCAPE.matcher(text).replaceAll(escape -> {
            char c = (char) Integer.parseInt(escape.group().substring(1), 16);
            boolean unreserved = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            return Matcher.quoteReplacement(unreserved ? String.valueOf(c) : escape.group().toUpperCase(Locale.ROOT));
        });
    }
}
