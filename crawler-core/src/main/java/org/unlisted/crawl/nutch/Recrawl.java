package org.unlisted.crawl.nutch;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * Which of the known addresses of a source are asked for again.
 *
 * @param min     between two visits of a page that keeps changing or had offers
 * @param max     between two visits of a page that never changes
 * @param everything asks for all that is in scope, due or not: a person started the sweep
 * @param due     addresses that are due whatever the schedule says: listings with open cases
 */
public record Recrawl(Duration min, Duration max, boolean everything, Set<URI> due) {
    private static final Duration LONGEST = Duration.ofDays(365);

    public Recrawl {
        requireNonNull(min, "min");
        if (min.compareTo(Duration.ofMinutes(1)) < 0) throw new IllegalArgumentException("min below a minute: " + min);
        if (max.compareTo(min) < 0) throw new IllegalArgumentException("max " + max + " below min " + min);
        if (max.compareTo(LONGEST) > 0) throw new IllegalArgumentException("max above a year: " + max);
        due = Set.copyOf(due);
    }

    /** Hourly to monthly, everything now. */
    public static Recrawl all() {
        return new Recrawl(Duration.ofHours(1), Duration.ofDays(30), true, Set.of());
    }
}
