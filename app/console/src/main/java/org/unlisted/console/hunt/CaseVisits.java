package org.unlisted.console.hunt;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.unlisted.console.storage.JdbcListings;
import org.unlisted.console.storage.StoredListing;
import org.unlisted.takedown.cases.CaseState;

/**
 * Listings of open cases are asked for once a day, whatever their schedule says: a reviewer must know that one still
 * stands, and whoever was written to, that it does not. A case asks for nothing from the moment it is dismissed.
 * Thread-safe.
 */
public final class CaseVisits {
    private static final Duration EVERY = Duration.ofDays(1);

    private final JdbcListings listings;
    private final Clock clock;

    public CaseVisits(JdbcListings listings, Clock clock) {
        this.listings = requireNonNull(listings, "listings");
        this.clock = requireNonNull(clock, "clock");
    }

    /** Pages that a plan's next sweep asks for because of cases. */
    public List<URI> due(Path plan) {
        return listings.due(clock.instant()).stream()
                .filter(listing -> listing.plan().equals(plan))
                .map(StoredListing::page)
                .distinct()
                .toList();
    }

    /** To be called when a sighting has reached its case. */
    public void filed(URI listing, CaseState state) {
        if (listings.find(listing).isEmpty()) return; // of a chat: nobody can ask for it
        switch (state) {
            case CaseState.Dismissed _ -> {} // somebody else's case of the listing may be open
            case CaseState.UnderReview _, CaseState.Confirmed _, CaseState.Noticed _ -> listings.dueAt(listing, next());
        }
    }

    /**
     * To be called when a sweep has asked for pages that were due: that visit is done, whether the listing was there or not.
     */
    public void asked(Path plan, List<URI> pages) {
        Set<URI> all = Set.copyOf(pages);
        listings.due(clock.instant()).stream()
                .filter(listing -> listing.plan().equals(plan) && all.contains(listing.page()))
                .forEach(listing -> listings.dueAt(listing.listing(), next()));
    }

    private Instant next() {
        return clock.instant().plus(EVERY);
    }
}
