package org.unlisted.crawl.hunt;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unlisted.crawl.listing.Extraction;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.listing.ListingExtractor;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.tracker.TrackerHit;

/**
 * What the rules make of one stored page.
 *
 * @param address    of the page
 * @param listings   how many it has
 * @param unreadable why it could not be read
 */
record PageReading(String address, int listings, List<HuntHit> hits, Optional<String> unreadable) {

    static PageReading of(CapturedPage page, HuntRules rules) {
        try {
            URI url = URI.create(page.address());
            ListingExtractor.Page read = rules.extractor().read(url, page.body(), page.contentType());
            return switch (read.extraction()) {
                case Extraction.Found(List<Listing> listings) ->
                    new PageReading(page.address(), listings.size(), hits(page, url, listings, rules), Optional.empty());
                case Extraction.NotAListing(), Extraction.Gone() -> empty(page, Optional.empty());
                case Extraction.Wall _ -> empty(page, Optional.empty());
                case Extraction.Unreadable(String reason) -> empty(page, Optional.of(reason));
            };
        } catch (RuntimeException e) { // one item of a job: a page that breaks the parser is named, the rest goes on
            return empty(page, Optional.of(e.getClass().getSimpleName()));
        }
    }

    private static PageReading empty(CapturedPage page, Optional<String> unreadable) {
        return new PageReading(page.address(), 0, List.of(), unreadable);
    }

    private static List<HuntHit> hits(CapturedPage page, URI url, List<Listing> listings, HuntRules rules) {
        List<HuntHit> hits = new ArrayList<>();
        for (Listing listing : listings) {
            List<Offer> offers = rules.offers().read(listing);
            List<TrackerHit> tracked = rules.tracking().match(listing);
            boolean sells = offers.stream().anyMatch(Offer::permitsFaceScan);
            if (!sells && tracked.isEmpty()) continue;
            boolean fresh = sells && !rules.known().isOffer(listing);
            hits.add(new HuntHit(page.source(), url, page.capturedAt(), listing, offers, tracked, fresh));
        }
        return hits;
    }
}
