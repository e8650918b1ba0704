package org.unlisted.crawl.scope;

import java.net.URI;
import java.time.Clock;
import java.time.Year;
import java.util.List;

/**
 * Judges addresses by a source's rules, and by what no honest address looks like. Remembers nothing, so every task of a
 * cluster comes to the same verdict; what needs a memory is {@link TrapCounter}'s. Thread-safe.
 */
public final class Scope {
    private final List<HostRule> hosts;
    private final List<Glob> include;
    private final List<Glob> exclude;
    private final TrapMarks traps;

    public Scope(ScopeRules rules) {
        this(rules, Clock.systemUTC());
    }

    Scope(ScopeRules rules, Clock clock) {
        this.hosts = rules.hosts().stream().map(HostRule::of).toList();
        this.include = rules.include().stream().map(Glob::new).toList();
        this.exclude = rules.exclude().stream().map(Glob::new).toList();
        this.traps = new TrapMarks(Year.now(clock).getValue());
    }

    /**
     * Judges one address.
     *
     * @param url as {@link org.unlisted.crawl.fetch.CanonicalUrl} spells it
     */
    public Verdict judge(URI url) {
        if (!HostRule.anyAdmits(hosts, url)) return Verdict.HOST;
        String target = url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
        boolean included = include.isEmpty() || include.stream().anyMatch(glob -> glob.matches(target));
        if (!included || exclude.stream().anyMatch(glob -> glob.matches(target))) return Verdict.PATH;
        return traps.on(url) ? Verdict.TRAP : Verdict.IN;
    }
}
