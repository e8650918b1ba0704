package org.unlisted.crawl.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.offer.OfferLabel;

/**
 * A listing together with the offer that permits its pictures to be compared.
 *
 * @param page   the address that was fetched; the listing's own URL may add a fragment or be a channel's
 * @param offer  the first SALE of the listing
 */
public record OfferListing(URI page, Listing listing, Offer offer) {

    public OfferListing {
        requireNonNull(page, "page");
        requireNonNull(listing, "listing");
        if (!offer.permitsFaceScan()) throw new IllegalArgumentException("not an offer of faces: " + listing.url());
    }

    /**
     * A bundle that somebody lawfully holds and hands in, in the shape of an offer: handing it in says what it is.
     *
     * @param name of the bundle, for reports
     */
    public static OfferListing handedIn(String name) {
        URI url = URI.create("bundle:" + URLEncoder.encode(name, UTF_8));
        Listing listing = new Listing(
                url,
                Listing.Structure.PLAIN,
                name,
                "",
                Optional.empty(),
                "und",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return new OfferListing(
                url,
                listing,
                new Offer(
                        OfferLabel.SALE,
                        "FACE_PHOTO",
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        1,
                        "",
                        List.of()));
    }
}
