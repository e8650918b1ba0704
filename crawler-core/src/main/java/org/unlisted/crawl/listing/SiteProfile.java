package org.unlisted.crawl.listing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * Where the fields of a listing are on the pages of one site, as CSS selectors that overrule the generic reading. A
 * field without a selector is read generically.
 *
 * @param host      the site; its subdomains too
 * @param selectors by the names in {@link #KEYS}
 */
record SiteProfile(String host, Map<String, Evaluator> selectors) {
    /**
     * {@code listing} is the scope of one listing (the page's main part without it), {@code remove} what is left out of
     * it; the others are looked for inside the scope. {@code next} is the link to the next page.
     */
    static final Set<String> KEYS = Set.of(
            "listing", "title", "text", "price", "seller", "sellerHandle", "posted", "images", "id", "next", "remove");

    SiteProfile {
        selectors = Map.copyOf(selectors);
        for (String key : selectors.keySet())
            if (!KEYS.contains(key)) throw new IllegalArgumentException("unknown key " + key);
    }

    /**
     * Reads one selector.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Evaluator selector(String css) {
        try {
            return Selector.evaluatorOf(css);
        } catch (Selector.SelectorParseException e) {
            throw new IllegalArgumentException("not a selector: " + css, e);
        }
    }

    boolean matches(String otherHost) {
        return otherHost.equals(host) || otherHost.endsWith("." + host);
    }

    Optional<Evaluator> find(String key) {
        return Optional.ofNullable(selectors.get(key));
    }
}
