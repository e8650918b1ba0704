package org.unlisted.crawl.listing;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One page, post or chat message that offers something, as its author wrote it.
 *
 * @param url       where it can be seen; a post inside a longer page has the page's URL and a fragment
 * @param structure the markup that it was read from
 * @param title     may be empty, for posts and chat messages
 * @param text      the author's own words, without navigation or other listings
 * @param price     what a price field of the page says; empty for posts and messages, whose words name it
 * @param language  BCP 47, as declared by the page or told from the script: zh, en, vi, ru, und
 * @param seller    who offers it
 * @param postedAt  when it was posted; empty where the page says it relative to a clock we do not have ("2 days ago")
 * @param itemId    the platform's own number of the listing, post or message
 * @param images    absolute, in page order, without duplicates; includes lazy ones
 */
public record Listing(
        URI url,
        Structure structure,
        String title,
        String text,
        Optional<AskedPrice> price,
        String language,
        Optional<Seller> seller,
        Optional<Instant> postedAt,
        Optional<String> itemId,
        List<URI> images) {

    public Listing {
        if (!url.isAbsolute()) throw new IllegalArgumentException("listing URL is not absolute: " + url);
        requireNonNull(structure, "structure");
        requireNonNull(title, "title");
        requireNonNull(text, "text");
        requireNonNull(price, "price");
        requireNonNull(language, "language");
        requireNonNull(seller, "seller");
        requireNonNull(postedAt, "postedAt");
        requireNonNull(itemId, "itemId");
        images = List.copyOf(images);
    }

    /** The price field as the markup has it, with its currency where it says one. */
    public Optional<String> priceText() {
        return price.map(AskedPrice::text);
    }

    /** How the listing was marked up. */
    public enum Structure {
        JSON_LD,
        MICRODATA,
        JS_STATE,
        OPEN_GRAPH,
        FORUM_POST,
        TELEGRAM_PREVIEW,
        PASTE,
        SITE_PROFILE,
        PLAIN,
        CHAT_MESSAGE
    }
}
