package org.unlisted.crawl.scope;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.unlisted.crawl.fetch.CanonicalUrl;

/** One entry of {@link ScopeRules#hosts}. */
sealed interface HostRule {

    /** In one spelling, which is read as the same rule again. */
    String text();

    boolean admits(HttpUrl url);

    /** Scheme, host and port, and no other. */
    record Origin(HttpUrl root) implements HostRule {
        @Override
        public String text() {
            return CanonicalUrl.origin(root.uri());
        }

        @Override
        public boolean admits(HttpUrl url) {
            return url.scheme().equals(root.scheme()) && url.host().equals(root.host()) && url.port() == root.port();
        }
    }

    /** A host by http and https on their own ports. */
    record Host(String text) implements HostRule {
        @Override
        public boolean admits(HttpUrl url) {
            return url.host().equals(text) && onItsPort(url);
        }
    }

    /** The hosts below a domain, however deep, but not the domain itself. */
    record Below(String domain) implements HostRule {
        @Override
        public String text() {
            return "*." + domain;
        }

        @Override
        public boolean admits(HttpUrl url) {
            return url.host().endsWith("." + domain) && onItsPort(url);
        }
    }

    /**
     * Reads {@code https://host:port}, {@code host} or {@code *.domain}.
     *
     * @throws IllegalArgumentException if it is none of these, or takes in every domain of a registry ({@code *.com})
     */
    static HostRule of(String text) {
        if (text.contains("://")) {
            HttpUrl url = HttpUrl.parse(text);
            if (url == null || !url.encodedPath().equals("/") || url.encodedQuery() != null)
                throw new IllegalArgumentException("'" + text + "' is not an origin such as https://example.org:8443");
            return new Origin(url);
        }
        if (!text.startsWith("*.")) return new Host(host(text, text));
        String domain = host(text.substring(2), text);
        if (domain.indexOf('.') < 0 || isRegistry(domain))
            throw new IllegalArgumentException("'" + text + "' would take in strangers: name a domain below it");
        return new Below(domain);
    }

    private static boolean isRegistry(String domain) {
        EffectiveTldFinder.EffectiveTLD suffix = EffectiveTldFinder.getEffectiveTLD(domain, true);
        return suffix != null && suffix.getDomain().equals(domain);
    }

    private static String host(String name, String whole) {
        HttpUrl url = name.matches("[^/:?#@\\\\\\s*]+") ? HttpUrl.parse("http://" + name.toLowerCase(Locale.ROOT)) : null;
        if (url == null) throw new IllegalArgumentException("'" + whole + "' is not a host, *.domain or https://host:port");
        return url.host();
    }

    private static boolean onItsPort(HttpUrl url) {
        return url.port() == HttpUrl.defaultPort(url.scheme());
    }

    /** For one address; the canonical form is expected. */
    static boolean anyAdmits(Iterable<HostRule> rules, URI url) {
        HttpUrl parsed = HttpUrl.get(url.toString());
        for (HostRule rule : rules) if (rule.admits(parsed)) return true;
        return false;
    }
}
