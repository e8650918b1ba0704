package org.unlisted.crawl.tracker;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A tracker's query and a listing's words agree. Says nothing about what the listing sells.
 *
 * @param owner   of the tracker
 * @param label   of the tracker: what a hit means
 * @param phrases that the query asked for, in order of the text; they may overlap where it asks several fields
 */
public record TrackerHit(String trackerId, Optional<String> owner, String label, List<Phrase> phrases) {
    public TrackerHit {
        requireNonNull(trackerId, "trackerId");
        requireNonNull(owner, "owner");
        requireNonNull(label, "label");
        phrases = List.copyOf(phrases);
    }
}
