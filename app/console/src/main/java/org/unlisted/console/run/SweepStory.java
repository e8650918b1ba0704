package org.unlisted.console.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.unlisted.crawl.signal.Severity;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseId;

/** What a sweep has told so far: enough for a report at any moment, also after Ctrl-C. Thread-safe. */
public final class SweepStory {
    private final List<SweepEvent.OfferSeen> offers = new ArrayList<>();
    private final List<SweepEvent.Tracked> tracked = new ArrayList<>();
    private final List<SweepEvent.Skipped> skipped = new ArrayList<>();
    private final Map<CaseId, Case> cases = new LinkedHashMap<>();
    private Optional<SweepEvent.Started> started = Optional.empty();
    private Optional<SweepEvent.Done> done = Optional.empty();
    private Optional<String> failure = Optional.empty();
    private Optional<SweepEvent.Gauge> gauge = Optional.empty();
    private int pages;
    private int listings;
    private int candidates;

    /** One event more, in the order in which they come. */
    public synchronized void add(SweepEvent event) {
        switch (event) {
            case SweepEvent.Started s -> started = Optional.of(s);
            case SweepEvent.OfferSeen o -> offers.add(o);
            case SweepEvent.Tracked t -> tracked.add(t);
            case SweepEvent.ContactsSeen c -> offers.replaceAll(o -> with(o, c));
            case SweepEvent.Skipped s -> skipped.add(s);
            case SweepEvent.SightingSeen _ -> candidates++;
            case SweepEvent.Done d -> done = Optional.of(d);
            case SweepEvent.Failed(String message) -> failure = Optional.of(message);
            case SweepEvent.Gauge g -> gauge = Optional.of(g);
            case SweepEvent.SourceRead read -> {
                pages += read.pages();
                listings += read.listings();
            }
            case SweepEvent.Progress _, SweepEvent.Scanning _, SweepEvent.WorkerDied _ -> {}
        }
    }

    private static SweepEvent.OfferSeen with(SweepEvent.OfferSeen offer, SweepEvent.ContactsSeen more) {
        if (!offer.listing().url().equals(more.listing())) return offer;
        Set<String> contacts = new TreeSet<>(offer.contacts());
        contacts.addAll(more.contacts());
        return new SweepEvent.OfferSeen(
                offer.listing(), offer.page(), offer.images(), List.copyOf(contacts), offer.severity().or(Severity.CONTACT));
    }

    /** A case of this sweep, new or as it is now. */
    public synchronized void put(Case known) {
        cases.put(known.id(), known);
    }

    public synchronized Optional<SweepEvent.Started> started() {
        return started;
    }

    /** How the fetch was doing when it last told. */
    public synchronized Optional<SweepEvent.Gauge> gauge() {
        return gauge;
    }

    /** The counts at the end, or what is known where the sweep ended early. */
    public synchronized SweepEvent.Done counts() {
        if (done.isPresent()) return done.get();
        Map<String, Integer> reasons = new LinkedHashMap<>();
        skipped.forEach(s -> reasons.merge(s.reason(), 1, Integer::sum));
        Map<String, Integer> trackers = new LinkedHashMap<>();
        tracked.forEach(t -> trackers.merge(t.tracker(), 1, Integer::sum));
        return new SweepEvent.Done(pages, listings, offers.size(), 0, 0, candidates, reasons, trackers, 0, -1);
    }

    public synchronized Optional<String> failure() {
        return failure;
    }

    public synchronized boolean ended() {
        return done.isPresent() || failure.isPresent();
    }

    public synchronized List<SweepEvent.OfferSeen> offers() {
        return List.copyOf(offers);
    }

    public synchronized List<SweepEvent.Tracked> tracked() {
        return List.copyOf(tracked);
    }

    public synchronized List<SweepEvent.Skipped> skipped() {
        return List.copyOf(skipped);
    }

    /** In the order in which they came up. */
    public synchronized List<Case> cases() {
        return List.copyOf(cases.values());
    }
}
