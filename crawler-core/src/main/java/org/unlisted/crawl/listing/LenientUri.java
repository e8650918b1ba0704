package org.unlisted.crawl.listing;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.internal.StringUtil;

/** Addresses as pages write them, with spaces and letters that RFC 3986 wants encoded. */
final class LenientUri {
    private static final String LEGAL = "-._~:/?#@!$&'()*+,;=";

    private LenientUri() {}

    /** The http(s) address that a reference means; empty for other schemes and for nonsense. */
    static Optional<URI> resolve(String base, String reference) {
        String trimmed = reference.strip();
        if (trimmed.isEmpty()) return Optional.empty();
        Optional<URI> plain = plain(base, trimmed);
        if (plain.isPresent()) return plain.filter(LenientUri::isHttp);
        return parse(StringUtil.resolve(base, trimmed)).filter(LenientUri::isHttp);
    }

    /** Most references are a whole address or a path from the root, and want nothing but to be put together. */
    private static Optional<URI> plain(String base, String reference) {
        boolean whole = reference.startsWith("https://") || reference.startsWith("http://");
        boolean rooted = reference.charAt(0) == '/' && !reference.startsWith("//") && base.startsWith("http");
        if ((!whole && !rooted) || reference.contains("/.") || !isPlain(reference)) return Optional.empty();
        int host = whole ? 0 : base.indexOf("://") + 3;
        int end = whole ? 0 : base.indexOf('/', host);
        if (!whole && (host < 3 || end < 0)) return Optional.empty();
        try {
            return Optional.of(new URI(whole ? reference : base.substring(0, end) + reference));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(String s) {
        boolean fragment = false;
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            boolean legal = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || LEGAL.indexOf(c) >= 0;
            if (!legal || (c == '#' && fragment)) return false;
            fragment |= c == '#';
        }
        return true;
    }

    /** An absolute address; empty when it is none. */
    static Optional<URI> parse(String address) {
        try {
            URI uri = new URI(encode(address));
            return uri.isAbsolute() ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty(); // odd input, as pages have it
        }
    }

    static URI withoutFragment(URI uri) {
        if (uri.getRawFragment() == null) return uri;
        String s = uri.toString();
        return URI.create(s.substring(0, s.indexOf('#')));
    }

    private static boolean isHttp(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
    }

    private static String encode(String s) {
        StringBuilder out = new StringBuilder(s.length() + 16);
        boolean fragment = false;
        for (int i = 0; i < s.length(); ) {
            int c = s.codePointAt(i);
            boolean legal = c < 128 && (Character.isLetterOrDigit(c) || LEGAL.indexOf(c) >= 0);
            boolean escape = c == '%' && i + 2 < s.length() && hex(s.charAt(i + 1)) && hex(s.charAt(i + 2));
            boolean bracket = (c == '[' || c == ']') && s.indexOf('/', 8) < 0; // IPv6 host only
            if ((legal && !(c == '#' && fragment)) || escape || bracket) out.appendCodePoint(c);
            else for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8))
                out.append('%').append(Character.toUpperCase(Character.forDigit((b >> 4) & 0xF, 16)))
                        .append(Character.toUpperCase(Character.forDigit(b & 0xF, 16)));
            fragment |= c == '#';
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static boolean hex(char c) {
        return Character.digit(c, 16) >= 0;
    }
}
