package org.unlisted.sweep.plan;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.unlisted.crawl.scope.Budget;
import org.unlisted.crawl.scope.ScopeRules;

/** A market, forum, channel or export that a plan names. */
public sealed interface Source {

    /** Names the source in reports. */
    String id();

    /**
     * Pages on the web.
     *
     * @param seeds    where the crawl begins, all within the scope
     * @param sitemaps whether addresses in the hosts' sitemaps are seeds too
     */
    record Web(
            String id,
            List<URI> seeds,
            ScopeRules scope,
            Budget budget,
            Asking asking,
            Revisits revisits,
            boolean sitemaps)
            implements Source {
        public Web {
            seeds = List.copyOf(seeds);
            requireNonNull(scope, "scope");
            requireNonNull(budget, "budget");
            requireNonNull(asking, "asking");
            requireNonNull(revisits, "revisits");
        }

        public boolean allowLoopback() {
            return asking.allowLoopback();
        }

        public int rounds() {
            return budget.depth();
        }

        public int maxPages() {
            return budget.pages();
        }

        public int maxImages() {
            return budget.images();
        }

        public Duration delay() {
            return asking.delay();
        }

        public Duration timeout() {
            return asking.timeout();
        }
    }

    /**
     * How the hosts of a source are asked.
     *
     * @param allowLoopback only for markets served by this machine
     * @param delay         between two requests to a host
     * @param timeout       for connecting, and between two packets
     * @param proxy         {@code http://host:port} or {@code socks5://host:port}
     * @param cookies       kept while one sweep lasts
     */
    record Asking(boolean allowLoopback, Duration delay, Duration timeout, Optional<URI> proxy, boolean cookies) {
        public Asking {
            requireNonNull(delay, "delay");
            requireNonNull(timeout, "timeout");
            requireNonNull(proxy, "proxy");
        }
    }

    /**
     * When a page that is known is asked for again.
     *
     * @param min a minute at least: a page that keeps changing, or had offers
     * @param max a year at most: a page that never changes
     */
    record Revisits(Duration min, Duration max) {
        static final Duration SHORTEST = Duration.ofMinutes(1);
        static final Duration LONGEST = Duration.ofDays(365);

        /** Hourly to monthly. */
        public static final Revisits DEFAULT = new Revisits(Duration.ofHours(1), Duration.ofDays(30));

        public Revisits {
            if (min.compareTo(SHORTEST) < 0 || max.compareTo(LONGEST) > 0)
                throw new IllegalArgumentException("outside 1 minute to 365 days: " + min + " to " + max);
            if (min.compareTo(max) > 0) throw new IllegalArgumentException("min " + min + " is longer than max " + max);
        }
    }

    /**
     * A chat export that somebody handed in, of any format that {@code org.unlisted.crawl.chat.ChatExports} reads.
     *
     * @param path absolute; a file, or a folder or zip with one or more exports
     */
    record ChatExport(String id, Path path) implements Source {}
}
