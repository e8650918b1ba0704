package org.unlisted.crawl.nutch;

import java.net.URI;
import java.util.List;

/** Stub. */
final class SitemapSeeds {
    private SitemapSeeds() {}

    static List<URI> of(CrawlPlan plan) {
        return List.of();
    }
}
