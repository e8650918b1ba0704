package org.unlisted.sweep;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.crawl.likeness.PdqHash;
import org.unlisted.crawl.likeness.PdqIndex;
import org.unlisted.crawl.nutch.CrawlGauge;
import org.unlisted.crawl.tracker.TrackedListing;
import org.unlisted.crawl.tracker.TrackerHit;
import org.unlisted.sweep.match.PictureFinding;
import org.unlisted.sweep.plan.Source;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.takedown.sighting.Sighting;

/** Counts what a sweep does and passes it on as events. One thread at a time. */
final class Tally {
    private static final Logger LOG = LoggerFactory.getLogger(Tally.class);
    /** Reasons named in a sentence. */
    private static final int TOP = 3;
    /** Says that nobody is enrolled: no reason for a page to be missing. */
    private static final String NOBODY = "empty-gallery";

    private final Consumer<SweepEvent> events;
    private final Map<String, Integer> skipped = new TreeMap<>();
    private final Map<String, Map<String, Integer>> skippedOf = new HashMap<>();
    private final Map<String, Set<URI>> tracked = new TreeMap<>();
    private final long startedAt = System.nanoTime();
    private int pages;
    private int listings;
    private int offers;
    private int images;
    private int faces;
    private int candidates;
    private final PdqIndex likenesses = new PdqIndex();
    /** Pictures that look like another one of this sweep. */
    private int alike;
    private int webSources;
    private String source = "";

    Tally(Consumer<SweepEvent> events) {
        this.events = events;
    }

    /** What is counted from now on is of that source. */
    void begin(Source next) {
        source = next.id();
        switch (next) {
            case Source.Web _ -> webSources++;
            case Source.ChatExport _ -> {}
        }
    }

    void progress(String stage, int round, int done, int total) {
        events.accept(new SweepEvent.Progress(stage, round, done, Math.max(done, total)));
    }

    void gauge(CrawlGauge now) {
        events.accept(new SweepEvent.Gauge(
                now.source(),
                now.round(),
                now.done(),
                Math.max(now.done(), now.total()),
                now.pagesPerSecond(),
                now.imagesPerSecond(),
                now.bytes(),
                now.queues(),
                leftOut(now)));
    }

    /** In earlier rounds, as told, and in this one, as it is known by now. */
    private Map<String, Integer> leftOut(CrawlGauge now) {
        Map<String, Integer> all = new TreeMap<>(skippedOf.getOrDefault(now.source(), Map.of()));
        now.skipped().forEach((reason, count) -> all.merge(reason, count, Integer::sum));
        return all;
    }

    void read(int morePages, int moreListings) {
        pages += morePages;
        listings += moreListings;
        events.accept(new SweepEvent.SourceRead(source, morePages, moreListings));
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
        if (finding.pdq().isEmpty()) return;
        if (likenesses.addUnlessNear(PdqHash.parse(finding.pdq()), PdqIndex.DEFAULT_DISTANCE).isPresent()) alike++;
    }

    void sighting(Sighting sighting) {
        candidates++;
        events.accept(new SweepEvent.SightingSeen(sighting));
    }

    void skip(String item, String reason, String detail) {
        skipped.merge(reason, 1, Integer::sum);
        skippedOf.computeIfAbsent(source, _ -> new TreeMap<>()).merge(reason, 1, Integer::sum);
        events.accept(new SweepEvent.Skipped(source, item, reason, detail));
    }

    /** The source begun last had nothing to fetch: that it has no pages is no failure. */
    void nothingDue() {
        webSources--;
    }

    /**
     * Why a sweep that had web sources to fetch has nothing from them nor from any chat: that is no success, whatever each
     * source said for itself. Empty where something was read, or where no web source was due.
     */
    Optional<String> nothingFetched() {
        if (webSources == 0 || pages > 0) return Optional.empty();
        String sources = webSources == 1 ? "its web source" : "any of its " + webSources + " web sources";
        String reasons = skipped.entrySet().stream()
                .filter(reason -> !reason.getKey().equals(NOBODY))
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TOP)
                .map(reason -> reason.getKey() + " " + reason.getValue())
                .collect(Collectors.joining(", "));
        return Optional.of("no page could be fetched from " + sources + ": "
                + (reasons.isEmpty() ? "no address was left to ask" : "skipped " + reasons));
    }

    /** Ends the sweep well. */
    void done() {
        log("sweep-done");
        events.accept(new SweepEvent.Done(
                pages, listings, offers, images, faces, candidates, skipped, counts(tracked), seconds(), peakRssMb()));
    }

    /** Ends the sweep with a sentence that says why it failed. */
    void failed(String message) {
        log("sweep-failed");
        events.accept(new SweepEvent.Failed(message));
    }

    private void log(String event) {
        LOG.info(
                "event={} pages={} listings={} offers={} images={} alike={} faces={} candidates={} skipped={} reasons={} seconds={} peak_rss_mb={}",
                event,
                pages,
                listings,
                offers,
                images,
                alike,
                faces,
                candidates,
                skipped.values().stream().mapToInt(Integer::intValue).sum(),
                skipped,
                seconds(),
                peakRssMb());
    }

    /** With one decimal. */
    private double seconds() {
        return Math.round((System.nanoTime() - startedAt) / 1e8) / 10.0;
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
