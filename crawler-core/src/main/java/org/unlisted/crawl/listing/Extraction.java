package org.unlisted.crawl.listing;

import java.util.List;

/** What a fetched page turned out to be. Broken pages are data, not exceptions. */
public sealed interface Extraction {

    /**
     * One listing for a product page, several for a thread, a channel preview or a list whose data describe each item;
     * never empty.
     */
    record Found(List<Listing> listings) implements Extraction {
        public Found {
            listings = List.copyOf(listings);
            if (listings.isEmpty()) throw new IllegalArgumentException("no listings: use NotAListing");
        }
    }

    /** An index, a search result, a home page. */
    record NotAListing() implements Extraction {}

    /** What is left of a listing: its page says that it was taken down, or sold, and shows it no more. */
    record Gone() implements Extraction {}

    /** A page that asks for something a crawler must not give, or refuses to answer it. It is left alone. */
    record Wall(Kind kind) implements Extraction {
        /** What stands in the way. */
        public enum Kind {
            LOGIN("login"),
            CAPTCHA("captcha"),
            /** The site takes the visitor for a robot, or does not like where it comes from. */
            BLOCKED("blocked"),
            /** Not shown in the visitor's country. */
            GEO("geo"),
            /** Words that only those see who pay or answer. */
            PAYWALL("paywall");

            private final String word;

            Kind(String word) {
                this.word = word;
            }

            /** As records and reports name it. */
            public String word() {
                return word;
            }
        }
    }

    /** Not HTML, or broken beyond reading. */
    record Unreadable(String reason) implements Extraction {}
}
