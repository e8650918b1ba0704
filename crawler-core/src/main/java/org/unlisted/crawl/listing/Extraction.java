package org.unlisted.crawl.listing;

import java.util.List;

/** What a fetched page turned out to be. Broken pages are data, not exceptions. */
public sealed interface Extraction {

    /** One listing for a product page, several for a thread or a channel preview; never empty. */
    record Found(List<Listing> listings) implements Extraction {
        public Found {
            listings = List.copyOf(listings);
            if (listings.isEmpty()) throw new IllegalArgumentException("no listings: use NotAListing");
        }
    }

    /** An index, a search result, a home page. */
    record NotAListing() implements Extraction {}

    /** A page that asks for something a crawler must not give: a login, a CAPTCHA. It is left alone. */
    record Wall(Kind kind) implements Extraction {
        /** What stands in the way. */
        public enum Kind { LOGIN, CAPTCHA }
    }

    /** Not HTML, or broken beyond reading. */
    record Unreadable(String reason) implements Extraction {}
}
