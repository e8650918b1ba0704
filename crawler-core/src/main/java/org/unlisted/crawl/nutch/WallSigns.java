package org.unlisted.crawl.nutch;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.listing.Extraction;
import org.unlisted.crawl.listing.Extraction.Wall.Kind;
import org.unlisted.crawl.listing.ListingExtractor;

/** Tells from an answer that is no page what stands in the way. Nothing is done about it but to say so. */
final class WallSigns {
    private static final Pattern LOGIN_PATH = Pattern.compile(
            "(?i)(?:^|[/._-])(?:log-?in|sign-?in|logon|passport|sso|auth|member\\.php\\?mod=logging|ucp\\.php\\?mode=login)(?:$|[/._?&-])");

    private WallSigns() {}

    /** The wall of an answer that is not 200; empty where it is none. */
    static Optional<Kind> of(Exchange answer, ListingExtractor extractor) {
        if (has(answer, "cf-mitigated", "challenge")) return Optional.of(Kind.CAPTCHA);
        return switch (answer.status()) {
            case 401, 407 -> Optional.of(Kind.LOGIN);
            case 451 -> Optional.of(Kind.GEO);
            case 402 -> Optional.of(Kind.PAYWALL);
            case 403, 429, 503 -> said(answer, extractor);
            default -> Optional.empty();
        };
    }

    private static Optional<Kind> said(Exchange answer, ListingExtractor extractor) {
        if (answer.body().length == 0) return Optional.empty();
        Extraction read = extractor
                .read(answer.url(), answer.body(), StoredExchange.contentType(answer))
                .extraction();
        return read instanceof Extraction.Wall(Kind kind) ? Optional.of(kind) : Optional.empty();
    }

    private static boolean has(Exchange answer, String header, String value) {
        return answer.responseHeaders().stream()
                .anyMatch(h -> h.getKey().equalsIgnoreCase(header) && h.getValue().strip().equalsIgnoreCase(value));
    }

    /** Whether a redirect leads to a log-in, from a page that is none. */
    static boolean isLogin(URI from, URI to) {
        return LOGIN_PATH.matcher(words(to)).find() && !LOGIN_PATH.matcher(words(from)).find();
    }

    private static String words(URI url) {
        String host = url.getHost() == null ? "" : url.getHost();
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        return host + path + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    }
}
