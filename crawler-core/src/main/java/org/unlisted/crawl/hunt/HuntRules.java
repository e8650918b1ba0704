package org.unlisted.crawl.hunt;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.listing.ListingExtractor;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.offer.OfferReader;
import org.unlisted.crawl.tracker.TrackerHit;

/**
 * What stored pages are read by. Used by several threads at once.
 *
 * @param tracking standing queries of organisations
 * @param known    which offers are nothing new
 */
public record HuntRules(ListingExtractor extractor, OfferReader offers, Tracking tracking, Known known) {

    public HuntRules {
        requireNonNull(extractor, "extractor");
        requireNonNull(offers, "offers");
        requireNonNull(tracking, "tracking");
        requireNonNull(known, "known");
    }

    /** The standing queries a listing hits; {@code trackers::match}, or none. Thread-safe. */
    public interface Tracking {

        List<TrackerHit> match(Listing listing);

        /** No query at all. */
        static Tracking none() {
            return _ -> List.of();
        }
    }

    /** Tells the offers that were found before from those that only these rules bring. Thread-safe. */
    public interface Known {

        /** Whether the listing was known to be an offer. */
        boolean isOffer(Listing listing);

        /** What another lexicon takes for an offer. */
        static Known to(OfferReader before) {
            requireNonNull(before, "before");
            return listing -> before.read(listing).stream().anyMatch(Offer::permitsFaceScan);
        }
    }
}
