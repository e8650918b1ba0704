package org.unlisted.crawl.nutch;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unlisted.crawl.fetch.CanonicalUrl;
import org.unlisted.crawl.fetch.Robots;
import org.unlisted.crawl.fetch.Sitemaps;
import org.unlisted.crawl.fetch.WebClient;
import org.unlisted.crawl.scope.Scope;
import org.unlisted.crawl.scope.Verdict;

/** What the sitemaps of a plan's seeds name and its scope admits, newest first, no more than its budget of pages. */
final class SitemapSeeds {
    private SitemapSeeds() {}

    static List<URI> of(CrawlPlan plan) {
        WebClient client = new WebClient(plan.policy());
        Robots robots = new Robots(client, plan.policy().agent(), Clock.systemUTC());
        Scope scope = new Scope(plan.scope());
        Set<URI> files = new LinkedHashSet<>();
        for (URI seed : plan.seeds()) {
            files.addAll(robots.rules(seed).sitemaps());
            files.add(seed.resolve("/sitemap.xml"));
        }
        return new Sitemaps(client, robots)
                .urls(files, url -> scope.judge(url) == Verdict.IN).stream()
                        .map(url -> CanonicalUrl.of(url.toString()))
                        .flatMap(Optional::stream)
                        .distinct()
                        .limit(plan.budget().pages())
                        .toList();
    }
}
