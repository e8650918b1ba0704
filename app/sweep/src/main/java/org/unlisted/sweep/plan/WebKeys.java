package org.unlisted.sweep.plan;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.unlisted.crawl.fetch.CanonicalUrl;
import org.unlisted.crawl.scope.Budget;
import org.unlisted.crawl.scope.Scope;
import org.unlisted.crawl.scope.ScopeRules;
import org.unlisted.crawl.scope.Verdict;

/** Reads a source of pages from its keys. */
final class WebKeys {
    static final Set<String> KNOWN = Set.of(
            "id", "type", "enabled", "seeds", "allowLoopback", "rounds", "maxPages", "maxImages", "delayMillis",
            "timeoutMillis", "scope", "budget", "proxy", "cookies", "sitemaps", "recrawl");
    static final Set<String> BUDGET = Set.of("depth", "pages", "images", "bytes", "minutes");

    /** Keys of a source, and the key of its budget that means the same. */
    static final Map<String, String> ALSO = Map.of("rounds", "depth", "maxPages", "pages", "maxImages", "images");

    private WebKeys() {}

    /**
     * The source.
     *
     * @param usual its budget where it says nothing
     */
    static Source.Web read(String id, Keys keys, Budget usual) throws PlanException {
        List<URI> seeds = new ArrayList<>();
        if (!keys.get("seeds").isArray() || keys.get("seeds").isEmpty())
            throw keys.wrong(keys.at("seeds") + ": needs a list of addresses");
        for (String seed : keys.texts("seeds")) seeds.add(seed(keys, seed));
        Optional<URI> proxy = proxy(keys);
        ScopeRules scope = scope(keys, seeds);
        checkSeeds(keys, seeds, scope, proxy);
        Source.Asking asking = new Source.Asking(
                keys.flag("allowLoopback", false),
                Duration.ofMillis(keys.number("delayMillis", 5_000, 0, 600_000)),
                Duration.ofMillis(keys.number("timeoutMillis", 10_000, 100, 120_000)),
                proxy,
                keys.flag("cookies", false));
        return new Source.Web(
                id, seeds, scope, ownBudget(keys, usual), asking, revisits(keys), keys.flag("sitemaps", false));
    }

    /** A mapping of limits; what it leaves out is as usual. */
    static Budget budget(Keys keys, Budget usual) throws PlanException {
        return new Budget(
                keys.number("depth", usual.depth(), 1, Budget.MAX_DEPTH),
                keys.number("pages", usual.pages(), 1, Budget.MAX_PAGES),
                keys.number("images", usual.images(), 0, Budget.MAX_IMAGES),
                keys.bytes("bytes", usual.bytes(), Budget.MIN_BYTES, Budget.MAX_BYTES),
                keys.find("minutes").isEmpty()
                        ? usual.time()
                        : Duration.ofMinutes(keys.number("minutes", 1, 1, (int) Budget.MAX_TIME.toMinutes())));
    }

    private static Budget ownBudget(Keys keys, Budget usual) throws PlanException {
        Keys inner = keys.inner("budget", BUDGET);
        for (Map.Entry<String, String> also : new TreeMap<>(ALSO).entrySet())
            if (keys.find(also.getKey()).isPresent() && inner.find(also.getValue()).isPresent())
                throw keys.wrong(keys.at(also.getKey()) + " and " + inner.at(also.getValue()) + " mean the same: keep one");
        Budget budget = budget(inner, usual);
        return new Budget(
                keys.number("rounds", budget.depth(), 1, Budget.MAX_DEPTH),
                keys.number("maxPages", budget.pages(), 1, Budget.MAX_PAGES),
                keys.number("maxImages", budget.images(), 0, Budget.MAX_IMAGES),
                budget.bytes(),
                budget.time());
    }

    private static URI seed(Keys keys, String text) throws PlanException {
        String at = keys.at("seeds");
        if (!text.matches("(?i)https?://.*")) throw keys.wrong(at + ": '" + text + "' is outside http(s)");
        return CanonicalUrl.of(text).orElseThrow(() -> keys.wrong(at + ": '" + text + "' is not an address"));
    }

    private static ScopeRules scope(Keys keys, List<URI> seeds) throws PlanException {
        Keys inner = keys.inner("scope", Set.of("hosts", "include", "exclude"));
        Set<String> hosts = new HashSet<>(inner.texts("hosts"));
        try {
            return new ScopeRules(
                    hosts.isEmpty() ? new TreeSet<>(ScopeRules.ofSeeds(seeds).hosts()) : hosts,
                    inner.texts("include"),
                    inner.texts("exclude"));
        } catch (IllegalArgumentException e) {
            throw keys.wrong(keys.at("scope") + ": " + e.getMessage());
        }
    }

    private static void checkSeeds(Keys keys, List<URI> seeds, ScopeRules rules, Optional<URI> proxy)
            throws PlanException {
        Scope scope = new Scope(rules);
        for (URI seed : seeds) {
            Verdict verdict = scope.judge(seed);
            if (verdict != Verdict.IN)
                throw keys.wrong(keys.at("seeds") + ": '" + seed + "' is outside this source's own scope (" + verdict.word()
                        + ")");
            boolean onion = String.valueOf(seed.getHost()).endsWith(".onion");
            if (onion && proxy.filter(uri -> uri.getScheme().equals("socks5")).isEmpty())
                throw keys.wrong(keys.at("seeds") + ": '" + seed.getHost() + "' is reached through Tor alone; write proxy: "
                        + "socks5://127.0.0.1:9050, or wherever it listens");
        }
    }

    /** Passwords have no place in a plan, so what may hold one is not repeated. */
    private static Optional<URI> proxy(Keys keys) throws PlanException {
        Optional<String> text = keys.findText("proxy");
        if (text.isEmpty()) return Optional.empty();
        if (!text.get().matches("(?i)(?:http|socks5)://(?:[a-z0-9.-]+|\\[[0-9a-f:]+\\]):\\d{1,5}/?"))
            throw keys.wrong(keys.at("proxy") + ": write http://host:port or socks5://host:port, without user and password");
        URI proxy = URI.create(text.get().toLowerCase(Locale.ROOT).replaceAll("/$", ""));
        if (proxy.getPort() < 1 || proxy.getPort() > 65_535)
            throw keys.wrong(keys.at("proxy") + ": port " + proxy.getPort() + " is outside 1 to 65535");
        return Optional.of(proxy);
    }

    private static Source.Revisits revisits(Keys keys) throws PlanException {
        Keys inner = keys.inner("recrawl", Set.of("min", "max"));
        Source.Revisits usual = Source.Revisits.DEFAULT;
        Duration shortest = Source.Revisits.SHORTEST;
        Duration longest = Source.Revisits.LONGEST;
        Duration min = inner.duration("min", usual.min(), shortest, longest);
        Duration max = inner.duration("max", usual.max(), shortest, longest);
        if (min.compareTo(max) > 0) throw keys.wrong(keys.at("recrawl") + ": min is longer than max");
        return new Source.Revisits(min, max);
    }
}
