package org.unlisted.crawl.chat;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.unlisted.crawl.listing.Listing;

/**
 * One message of an export, in the shape of a listing.
 *
 * @param listing its URL is {@code https://t.me/NAME/ID} where the channel's public name is known, else {@code chat:telegram/CHAT/ID}
 * @param photos  files of the export, inside its folder, in order; {@code listing.images()} has one URL for each, same order
 */
public record ChatMessage(Listing listing, Instant sentAt, List<Path> photos) {

    public ChatMessage {
        requireNonNull(listing, "listing");
        requireNonNull(sentAt, "sentAt");
        photos = List.copyOf(photos);
        if (photos.size() != listing.images().size())
            throw new IllegalArgumentException("photos and image URLs differ in " + listing.url());
    }
}
