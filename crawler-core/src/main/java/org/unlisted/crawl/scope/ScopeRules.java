package org.unlisted.crawl.scope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.unlisted.crawl.fetch.CanonicalUrl;

/**
 * Which addresses belong to a source.
 *
 * @param hosts   one at least: {@code https://host:port}, a host name (its http and https on ports 80 and 443), or
 *                {@code *.example.org} for the hosts below example.org, itself not among them
 * @param include patterns, one of which path and query must match; none: any path. {@code *} is any run of characters,
 *                {@code ?} is itself
 * @param exclude patterns that path and query must not match, whatever is included
 */
public record ScopeRules(Set<String> hosts, List<String> include, List<String> exclude) {

    /** Puts hosts and patterns into one spelling. */
    public ScopeRules {
        if (hosts.isEmpty()) throw new IllegalArgumentException("a scope without hosts");
        TreeSet<String> spelt = hosts.stream().map(host -> HostRule.of(host).text()).collect(toCollection(TreeSet::new));
        hosts = Collections.unmodifiableSet(spelt);
        include = include.stream().map(pattern -> new Glob(pattern).pattern()).toList();
        exclude = exclude.stream().map(pattern -> new Glob(pattern).pattern()).toList();
    }

    /** Everything on the seeds' own origins. */
    public static ScopeRules ofSeeds(List<URI> seeds) {
        return new ScopeRules(
                seeds.stream().map(CanonicalUrl::origin).collect(toCollection(TreeSet::new)), List.of(), List.of());
    }

    /** One line of {@code A-Z a-z 0-9 . - * _ % + , ;}, which {@link #parse} reads. */
    public String toText() {
        return list(hosts) + ";" + list(include) + ";" + list(exclude);
    }

    /** Reads {@link #toText()}. */
    public static ScopeRules parse(String text) {
        String[] parts = text.split(";", -1);
        if (parts.length != 3) throw new IllegalArgumentException("not the text of a scope: '" + text + "'");
        return new ScopeRules(new TreeSet<>(entries(parts[0])), entries(parts[1]), entries(parts[2]));
    }

    private static String list(Collection<String> entries) {
        return entries.stream().map(entry -> URLEncoder.encode(entry, UTF_8)).collect(joining(","));
    }

    private static List<String> entries(String list) {
        if (list.isEmpty()) return List.of();
        return Arrays.stream(list.split(","))
                .map(entry -> URLDecoder.decode(entry, UTF_8))
                .toList();
    }
}
