package org.unlisted.crawl.nutch;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import org.unlisted.crawl.fetch.FetchPolicy;
import org.unlisted.crawl.scope.Budget;
import org.unlisted.crawl.scope.ScopeRules;

/**
 * One web source to crawl.
 *
 * @param source   its name in reports: {@code a-z 0-9 -}
 * @param policy   how its hosts are asked
 * @param scope    which pages belong to it; pictures of offers may lie elsewhere
 * @param budget   how much of it is fetched at most; 0 images where nobody is enrolled: then no picture is asked for
 * @param sitemaps whether addresses in its hosts' sitemaps are seeds too
 */
public record CrawlPlan(
        String source,
        List<URI> seeds,
        FetchPolicy policy,
        ScopeRules scope,
        Budget budget,
        Recrawl recrawl,
        boolean sitemaps,
        Reading reading) {

    public CrawlPlan {
        if (!source.matches("[a-z0-9-]{1,64}")) throw new IllegalArgumentException("not the name of a source: " + source);
        seeds = List.copyOf(seeds);
        if (seeds.isEmpty()) throw new IllegalArgumentException("source " + source + " has no seeds");
        requireNonNull(policy, "policy");
        requireNonNull(scope, "scope");
        requireNonNull(budget, "budget");
        requireNonNull(recrawl, "recrawl");
        requireNonNull(reading, "reading");
    }
}
