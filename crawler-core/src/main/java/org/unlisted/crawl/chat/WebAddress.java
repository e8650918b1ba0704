package org.unlisted.crawl.chat;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses as exports write them, with spaces and letters that RFC 3986 wants escaped. */
final class WebAddress {
    private WebAddress() {}

    static Optional<URI> of(String text) {
        String trimmed = text.strip();
        int colon = trimmed.indexOf(':');
        if (colon < 0 || trimmed.length() > 4096 || !trimmed.matches("(?is)https?://.*")) return Optional.empty();
        try {
            return Optional.of(new URI(trimmed)).filter(u -> u.getHost() != null);
        } catch (URISyntaxException e) {
            return escaped(trimmed.substring(0, colon), trimmed.substring(colon + 1));
        }
    }

    private static Optional<URI> escaped(String scheme, String rest) {
        try {
            return Optional.of(new URI(scheme, rest, null)).filter(u -> u.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty(); // odd input, as exports have it
        }
    }
}
