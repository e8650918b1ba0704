package org.unlisted.crawl.tracker;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;

/**
 * A listing that somebody's tracker hit, offer or not.
 *
 * @param url  of the listing
 * @param hits one at least, by tracker
 */
public record TrackedListing(URI url, List<TrackerHit> hits) {
    public TrackedListing {
        requireNonNull(url, "url");
        hits = List.copyOf(hits);
        if (hits.isEmpty()) throw new IllegalArgumentException("no tracker hit " + url);
    }
}
