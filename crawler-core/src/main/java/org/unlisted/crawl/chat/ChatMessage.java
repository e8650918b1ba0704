package org.unlisted.crawl.chat;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.unlisted.crawl.listing.Listing;

/**
 * One message of an export, in the shape of a listing.
 *
 * @param file    as in {@link ReadFile#file()}
 * @param format  as in {@link ReadFile#format()}
 * @param chat    the name of the chat; empty where the export does not say it
 * @param listing its URL is {@code https://t.me/NAME/ID} where a channel's public name is known, the item's page for a
 *                market's item, else {@code chat:PLATFORM/CHAT/ID}
 * @param sentAt  empty where the export's date cannot be read
 * @param photos  files of the export, inside its folder or zip, in order; {@code listing.images()} begins with one URL for
 *                each, same order, and goes on with pictures that lie elsewhere
 */
public record ChatMessage(
        String file, String format, String chat, Listing listing, Optional<Instant> sentAt, List<Path> photos) {

    public ChatMessage {
        requireNonNull(file, "file");
        requireNonNull(format, "format");
        requireNonNull(chat, "chat");
        requireNonNull(listing, "listing");
        requireNonNull(sentAt, "sentAt");
        photos = List.copyOf(photos);
        if (photos.size() > listing.images().size())
            throw new IllegalArgumentException("more photos than image URLs in " + listing.url());
    }
}
