package org.unlisted.crawl.hunt;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.tracker.TrackerHit;

/**
 * A stored listing worth a look. Its words are the author's own, personal numbers included: to be masked where shown.
 *
 * @param source     id of the plan's source that fetched the page
 * @param page       as it was fetched; the listing's own URL may add a fragment or be another
 * @param capturedAt when it looked like this
 * @param offers     as the offer reader gives them, also those that sell nothing; never empty
 * @param fresh      it sells faces, and was not known to before
 */
public record HuntHit(
        String source,
        URI page,
        Instant capturedAt,
        Listing listing,
        List<Offer> offers,
        List<TrackerHit> tracked,
        boolean fresh) {

    public HuntHit {
        requireNonNull(source, "source");
        requireNonNull(page, "page");
        requireNonNull(capturedAt, "capturedAt");
        requireNonNull(listing, "listing");
        offers = List.copyOf(offers);
        tracked = List.copyOf(tracked);
        if (sale(offers).isEmpty() && (fresh || tracked.isEmpty()))
            throw new IllegalArgumentException("no hit: " + listing.url());
    }

    /** What it sells, if it sells faces. */
    public Optional<Offer> sale() {
        return sale(offers);
    }

    private static Optional<Offer> sale(List<Offer> offers) {
        return offers.stream().filter(Offer::permitsFaceScan).findFirst();
    }
}
