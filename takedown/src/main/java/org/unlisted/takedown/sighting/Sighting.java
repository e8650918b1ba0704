package org.unlisted.takedown.sighting;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * One candidate in one image of one listing at one time.
 *
 * @param id            the same candidate in the same image of the same listing has the same id, sweep after sweep
 * @param subject       id of the enrolee; says nothing about who they are
 * @param pageEvidence  name of the sealed WARC record of the listing's page
 * @param listingImages every image of the listing that was fetched: URL and hash only
 */
public record Sighting(
        String id,
        String subject,
        Comparison comparison,
        ListingRef listing,
        SeenImage image,
        Instant seenAt,
        String pageEvidence,
        List<ImageHash> listingImages) {

    public Sighting {
        requireNonNull(id, "id");
        requireNonNull(subject, "subject");
        requireNonNull(comparison, "comparison");
        requireNonNull(listing, "listing");
        requireNonNull(image, "image");
        requireNonNull(seenAt, "seenAt");
        requireNonNull(pageEvidence, "pageEvidence");
        listingImages = List.copyOf(listingImages);
    }
}
