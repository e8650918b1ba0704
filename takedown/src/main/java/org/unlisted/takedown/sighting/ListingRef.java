package org.unlisted.takedown.sighting;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/**
 * The listing a sighting was made in.
 *
 * @param source   id of the plan's source
 * @param url      as seen; identifies the listing
 * @param language BCP 47 of the listing: zh, en, vi, ru, und
 * @param seller   public handle; never the name of a person
 */
public record ListingRef(
        String source, URI url, String title, String language, Optional<String> seller, OfferFacts offer) {

    public ListingRef {
        requireNonNull(source, "source");
        requireNonNull(url, "url");
        requireNonNull(title, "title");
        requireNonNull(language, "language");
        requireNonNull(seller, "seller");
        requireNonNull(offer, "offer");
    }
}
