package org.unlisted.console.storage;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.unlisted.crawl.signal.Severity;

/**
 * An offer that a sweep saw: where and when, and what became of it. Times are kept to the microsecond.
 *
 * @param plan      file of the plan whose source it is
 * @param page      to be fetched to see the listing
 * @param kind      as in {@code org.unlisted.crawl.offer.Offer}
 * @param severity  how much its text gave away
 * @param firstSeen not after {@code lastSeen}
 * @param nextDue   when its cases, if any is open, want it asked for
 */
public record StoredListing(
        Path plan,
        String source,
        URI listing,
        URI page,
        String kind,
        Severity severity,
        Instant firstSeen,
        Instant lastSeen,
        Status status,
        Optional<Instant> nextDue) {

    public StoredListing {
        requireNonNull(plan, "plan");
        requireNonNull(source, "source");
        requireNonNull(listing, "listing");
        requireNonNull(page, "page");
        requireNonNull(kind, "kind");
        requireNonNull(severity, "severity");
        if (firstSeen.isAfter(lastSeen)) throw new IllegalArgumentException("seen last before it was seen first: " + listing);
        requireNonNull(status, "status");
        requireNonNull(nextDue, "nextDue");
    }

    /** What the last answer said of it. */
    public enum Status {
        /** It was there. */
        LIVE,
        /** The site said that there is no such page. */
        GONE,
        /** No answer, or one that does not tell. */
        UNKNOWN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
