package org.unlisted.crawl.fetch;

import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;

/** One spelling for each address, so that a page found twice is fetched once (WHATWG URL rules, fragment dropped). */
public final class CanonicalUrl {
    /** Longer addresses are traps or mistakes. */
    private static final int MAX_LENGTH = 2_000;

    private CanonicalUrl() {}

    /** The canonical form of an absolute http(s) URL, or empty where it is none or too long. */
    public static Optional<URI> of(String url) {
        HttpUrl parsed = HttpUrl.parse(url.strip());
        if (parsed == null) return Optional.empty();
        String text = parsed.newBuilder().fragment(null).username("").password("").build().toString();
        if (text.length() > MAX_LENGTH) return Optional.empty();
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) { // characters that WHATWG allows in a query and RFC 3986 does not
            return Optional.of(parsed.uri());
        }
    }

    /** Scheme, host and port: what a source's scope is made of. */
    public static String origin(URI url) {
        HttpUrl parsed = HttpUrl.get(url.toString());
        return parsed.scheme() + "://" + parsed.host() + ":" + parsed.port();
    }
}
