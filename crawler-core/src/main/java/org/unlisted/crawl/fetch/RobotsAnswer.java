package org.unlisted.crawl.fetch;

import static java.util.Objects.requireNonNull;

import crawlercommons.robots.BaseRobotRules;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an origin's robots.txt allows.
 *
 * @param notNow why nothing may be asked for the time being: robots.txt itself could not be had
 * @param cut    whether it was longer than 500 KB, of which only whole lines were read (RFC 9309 2.5)
 */
public record RobotsAnswer(BaseRobotRules rules, Optional<FetchOutcome> notNow, boolean cut) {
    private static final long MAX_DELAY = 60_000; // ms; sites that ask for hours mean "go away" and say so with Disallow
    private static final int MAX_SITEMAPS = 50;

    public RobotsAnswer {
        requireNonNull(rules, "rules");
        requireNonNull(notNow, "notNow");
    }

    /** The gap between two calls that the site asks for, 0 to 60 s. Not in RFC 9309, but widely meant. */
    public Optional<Duration> crawlDelay() {
        long asked = rules.getCrawlDelay();
        if (asked == BaseRobotRules.UNSET_CRAWL_DELAY) return Optional.empty();
        return Optional.of(Duration.ofMillis(Math.clamp(asked, 0, MAX_DELAY)));
    }

    /** Sitemaps that the site names, in its order, at most 50. */
    public List<URI> sitemaps() {
        return rules.getSitemaps().stream()
                .flatMap(url -> CanonicalUrl.of(url).stream())
                .distinct()
                .limit(MAX_SITEMAPS)
                .toList();
    }
}
