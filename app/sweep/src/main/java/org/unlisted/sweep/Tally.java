package org.unlisted.sweep;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.unlisted.crawl.tracker.TrackedListing;
import org.unlisted.crawl.tracker.TrackerHit;
import org.unlisted.sweep.match.PictureFinding;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.takedown.sighting.Sighting;

/** Counts what a sweep does and passes it on as events. */
final class Tally {
    private final Consumer<SweepEvent> events;
    private final Map<String, Integer> skipped = new TreeMap<>();
    private final Map<String, Set<URI>> tracked = new TreeMap<>();
    private final long startedAt = System.nanoTime();
    private int pages;
    private int listings;
    private int offers;
    private int images;
    private int faces;
    private int candidates;

    Tally(Consumer<SweepEvent> events) {
        this.events = events;
    }

    void progress(String stage, int round, int done, int total) {
        events.accept(new SweepEvent.Progress(stage, round, done, Math.max(done, total)));
    }

    void read(int morePages, int moreListings) {
        pages += morePages;
        listings += moreListings;
    }

    void offer(SweepEvent.OfferSeen offer) {
        offers++;
        events.accept(offer);
    }

    void contacts(SweepEvent.ContactsSeen contacts) {
        events.accept(contacts);
    }

    /** One event for each tracker and listing, however many pages show it. */
    void tracked(String source, TrackedListing listing) {
        for (TrackerHit hit : listing.hits())
            if (tracked.computeIfAbsent(hit.trackerId(), t -> new HashSet<>()).add(listing.url()))
                events.accept(
                        new SweepEvent.Tracked(source, listing.url(), hit.trackerId(), hit.owner(), hit.label()));
    }

    void picture(PictureFinding finding) {
        if (finding.refused().isPresent()) {
            PictureFinding.Refusal why = finding.refused().get();
            skip(finding.url().toString(), why.reason(), why.detail());
            return;
        }
        images++;
        faces += finding.faces();
    }

    void sighting(Sighting sighting) {
        candidates++;
        events.accept(new SweepEvent.SightingSeen(sighting));
    }

    void skip(String item, String reason, String detail) {
        skipped.merge(reason, 1, Integer::sum);
        events.accept(new SweepEvent.Skipped(item, reason, detail));
    }

    void done() {
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        events.accept(new SweepEvent.Done(
                pages,
                listings,
                offers,
                images,
                faces,
                candidates,
                skipped,
                counts(tracked),
                Math.round(seconds * 10) / 10.0,
                peakRssMb()));
    }

    private static Map<String, Integer> counts(Map<String, Set<URI>> listings) {
        Map<String, Integer> counts = new TreeMap<>();
        listings.forEach((tracker, urls) -> counts.put(tracker, urls.size()));
        return counts;
    }

    /** VmHWM, proc(5): the resident set of this process at its highest. */
    private static long peakRssMb() {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) return -1;
        try {
            return Files.readAllLines(status).stream()
                    .filter(l -> l.startsWith("VmHWM:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1;
        }
    }
}
