package org.unlisted.console.report;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.unlisted.sweep.protocol.SweepEvent;

/** The listings that one tracker hit. */
record TrackedRow(String tracker, Optional<String> owner, String label, String count, List<URI> listings) {

    /** A section of its own, left out where no tracker hit anything. */
    record Table(List<TrackedRow> rows) {}

    /** By tracker. */
    static Optional<Table> table(List<SweepEvent.Tracked> tracked, Words words) {
        if (tracked.isEmpty()) return Optional.empty();
        Map<String, List<SweepEvent.Tracked>> byTracker = tracked.stream()
                .collect(Collectors.groupingBy(SweepEvent.Tracked::tracker, TreeMap::new, Collectors.toList()));
        return Optional.of(new Table(byTracker.values().stream().map(hits -> of(hits, words)).toList()));
    }

    private static TrackedRow of(List<SweepEvent.Tracked> hits, Words words) {
        SweepEvent.Tracked first = hits.getFirst();
        List<URI> listings = hits.stream().map(SweepEvent.Tracked::listing).toList();
        return new TrackedRow(first.tracker(), first.owner(), first.label(), words.number(listings.size()), listings);
    }
}
