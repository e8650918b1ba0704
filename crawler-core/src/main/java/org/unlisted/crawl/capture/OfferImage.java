package org.unlisted.crawl.capture;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A picture that one or more offers show. The only thing a face is ever looked for in.
 *
 * @param listings the offers; never empty
 */
public record OfferImage(Exchange exchange, List<OfferListing> listings) {

    public OfferImage {
        requireNonNull(exchange, "exchange");
        listings = List.copyOf(listings);
        if (listings.isEmpty()) throw new IllegalArgumentException("no offer shows " + exchange.url());
    }
}
