package org.unlisted.crawl.listing;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One page, post or chat message that offers something, as its author wrote it.
 *
 * @param url       where it can be seen; a post inside a longer page has the page's URL and a fragment
 * @param structure the markup that it was read from
 * @param title     may be empty, for posts and chat messages
 * @param text      the author's own words, without navigation or other listings
 * @param priceText what a price field of the page says, verbatim, with its currency where the markup has one
 * @param language  BCP 47, as declared by the page or told from the script: zh, en, vi, ru, und
 * @param seller    the public handle
 * @param itemId    the platform's own number of the listing
 * @param images    absolute, in page order, without duplicates; includes lazy ones
 */
public record Listing(
        URI url,
        Structure structure,
        String title,
        String text,
        Optional<String> priceText,
        String language,
        Optional<String> seller,
        Optional<String> itemId,
        List<URI> images) {

    public Listing {
        if (!url.isAbsolute()) throw new IllegalArgumentException("listing URL is not absolute: " + url);
        requireNonNull(structure, "structure");
        requireNonNull(title, "title");
        requireNonNull(text, "text");
        requireNonNull(priceText, "priceText");
        requireNonNull(language, "language");
        requireNonNull(seller, "seller");
        requireNonNull(itemId, "itemId");
        images = List.copyOf(images);
    }

    /** How the listing was marked up. */
    public enum Structure {
        JSON_LD,
        MICRODATA,
        OPEN_GRAPH,
        FORUM_POST,
        TELEGRAM_PREVIEW,
        PLAIN,
        CHAT_MESSAGE
    }
}
