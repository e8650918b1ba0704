package org.unlisted.sweep.protocol;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.unlisted.crawl.signal.Severity;
import org.unlisted.takedown.sighting.ListingRef;
import org.unlisted.takedown.sighting.Sighting;

/** What a sweep's process, or a scan, reports, in order: Started, then any of the others, then Done or Failed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SweepEvent.Started.class, name = "started"),
    @JsonSubTypes.Type(value = SweepEvent.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = SweepEvent.Gauge.class, name = "gauge"),
    @JsonSubTypes.Type(value = SweepEvent.Scanning.class, name = "scanning"),
    @JsonSubTypes.Type(value = SweepEvent.WorkerDied.class, name = "worker-died"),
    @JsonSubTypes.Type(value = SweepEvent.SourceRead.class, name = "source"),
    @JsonSubTypes.Type(value = SweepEvent.OfferSeen.class, name = "offer"),
    @JsonSubTypes.Type(value = SweepEvent.Tracked.class, name = "tracked"),
    @JsonSubTypes.Type(value = SweepEvent.ContactsSeen.class, name = "contacts"),
    @JsonSubTypes.Type(value = SweepEvent.SightingSeen.class, name = "sighting"),
    @JsonSubTypes.Type(value = SweepEvent.Skipped.class, name = "skipped"),
    @JsonSubTypes.Type(value = SweepEvent.Done.class, name = "done"),
    @JsonSubTypes.Type(value = SweepEvent.Failed.class, name = "failed"),
})
public sealed interface SweepEvent {

    /** The gallery is open and the plan is read. */
    record Started(String sweep, String plan, int sources, int enrolees, int references) implements SweepEvent {}

    /**
     * Where the sweep is.
     *
     * @param stage a word for the progress bar: inject, generate, fetch, parse, update, import, match
     * @param round of the crawl, from 1; 0 outside it
     * @param done  pages, messages or images so far in this stage
     * @param total of them, as far as known; never below {@code done}
     */
    record Progress(String stage, int round, int done, int total) implements SweepEvent {}

    /**
     * How a fetch is doing: once a second at most.
     *
     * @param source          id of the plan's source
     * @param round           of the crawl, from 1
     * @param done            addresses of this round answered or given up so far
     * @param total           addresses of this round, as far as known; never below {@code done}
     * @param pagesPerSecond  over the last seconds
     * @param imagesPerSecond over the last seconds
     * @param bytes           of bodies fetched from this source so far, in all its rounds
     * @param queues          addresses waiting by host, longest first: the ten longest
     * @param skipped         addresses of this source left out so far, by reason
     */
    record Gauge(
            String source,
            int round,
            int done,
            int total,
            double pagesPerSecond,
            double imagesPerSecond,
            long bytes,
            Map<String, Integer> queues,
            Map<String, Integer> skipped)
            implements SweepEvent {
        public Gauge {
            requireNonNull(source, "source");
            if (done < 0 || total < done) throw new IllegalArgumentException("not so far: " + done + " of " + total);
            queues = Collections.unmodifiableMap(new LinkedHashMap<>(queues));
            skipped = Collections.unmodifiableMap(new TreeMap<>(skipped));
        }
    }

    /**
     * How the scan of a bundle is doing: once a second at most.
     *
     * @param done            files looked at or left out so far, also by an earlier process
     * @param total           files of the bundle, as far as known; never below {@code done}
     * @param images          pictures that could be read
     * @param faces           found in them
     * @param skipped         what was left out
     * @param imagesPerSecond of this process
     */
    record Scanning(int done, int total, int images, int faces, int skipped, double imagesPerSecond)
            implements SweepEvent {
        public Scanning {
            if (done < 0 || total < done) throw new IllegalArgumentException("not so far: " + done + " of " + total);
        }
    }

    /**
     * A worker process of a scan ended in the middle of its work. Another took its place.
     *
     * @param batch    number of the batch that it had, from 1
     * @param pictures in the batch
     * @param how      signal or exit code
     * @param next     what became of the batch
     */
    record WorkerDied(int batch, int pictures, String how, Next next) implements SweepEvent {
        public WorkerDied {
            requireNonNull(how, "how");
            requireNonNull(next, "next");
        }

        /** What a scan does with a batch that a worker died of. */
        public enum Next {
            /** Given to another worker once more. */
            AGAIN,
            /** The second time: each picture is given to a worker by itself. */
            ONE_BY_ONE,
            /** A picture by itself: it is left out, and named. */
            LEFT_OUT
        }
    }

    /**
     * A source, or a part of it, was read to its end.
     *
     * @param source   id of the plan's source; empty for a handed-in bundle
     * @param pages    HTML pages fetched and parsed, or chat messages read
     * @param listings found in them
     */
    record SourceRead(String source, int pages, int listings) implements SweepEvent {
        public SourceRead {
            requireNonNull(source, "source");
        }
    }

    /**
     * A listing that sells faces or IDs.
     *
     * @param listing  its words without contacts and personal numbers: it is no case
     * @param page     that was fetched; a channel's preview shows many listings
     * @param images   its pictures
     * @param contacts names of the seller's contacts and shares: keyed hashes, by which the same seller is known again
     * @param severity how much the text gives away
     */
    record OfferSeen(ListingRef listing, URI page, int images, List<String> contacts, Severity severity)
            implements SweepEvent {
        public OfferSeen {
            requireNonNull(listing, "listing");
            requireNonNull(page, "page");
            contacts = List.copyOf(contacts);
            requireNonNull(severity, "severity");
        }
    }

    /**
     * More contacts of an offer seen before: its pictures are looked at later than its words.
     *
     * @param listing  URL of the offer's listing
     * @param contacts as in {@link OfferSeen}, out of codes in its pictures
     */
    record ContactsSeen(URI listing, List<String> contacts) implements SweepEvent {
        public ContactsSeen {
            requireNonNull(listing, "listing");
            contacts = List.copyOf(contacts);
        }
    }

    /**
     * A listing that a tracker hit, offer or not. Its pictures are looked at only if it is an offer too.
     *
     * @param source  id of the plan's source
     * @param listing its address
     * @param tracker the tracker's id
     * @param owner   of the tracker
     * @param label   of the tracker: what a hit means
     */
    record Tracked(String source, URI listing, String tracker, Optional<String> owner, String label)
            implements SweepEvent {
        public Tracked {
            requireNonNull(source, "source");
            requireNonNull(listing, "listing");
            requireNonNull(tracker, "tracker");
            requireNonNull(owner, "owner");
            requireNonNull(label, "label");
        }
    }

    /** Somebody enrolled may be in a picture of an offer. */
    record SightingSeen(Sighting sighting) implements SweepEvent {}

    /**
     * Something the sweep left out, and why. The rest went on.
     *
     * @param source id of the plan's source; empty where it is none's, and in what was recorded before it was told
     * @param item   a URL, or a file's name
     * @param reason a word to count by, one of {@link #REASONS}
     * @param detail a sentence for people
     */
    record Skipped(@JsonSetter(nulls = Nulls.AS_EMPTY) String source, String item, String reason, String detail)
            implements SweepEvent {
        /** Somebody who is not looked for until they enrol again. */
        public static Skipped stale(Object enrolee) {
            return new Skipped("", "enrolee " + enrolee, "stale-reference",
                    "references were made with another model, and no photo that this one can use is kept: enrol again");
        }

        /** Every word there is: what counts by reason has no more rows than this. The report has a phrase for each. */
        public static final Set<String> REASONS = Set.of(
                "stale-reference",
                "robots",
                "noindex",
                "login",
                "captcha",
                "blocked",
                "geo",
                "paywall",
                "forbidden",
                "not-found",
                "unreachable",
                "certificate",
                "timeout",
                "broken",
                "busy",
                "server-error",
                "redirects",
                "scope",
                "scheme",
                "trap",
                "budget",
                "duplicate",
                "address",
                "not-an-image",
                "truncated",
                "too-large",
                "unsupported",
                "unreadable",
                "message",
                "source",
                "name",
                "special-file",
                "encrypted",
                "archive",
                "bomb",
                "worker",
                "empty-gallery");

        public Skipped {
            requireNonNull(source, "source");
            requireNonNull(item, "item");
            requireNonNull(reason, "reason");
            requireNonNull(detail, "detail");
        }
    }

    /**
     * The end of the sweep.
     *
     * @param pages      HTML pages fetched and parsed, and chat messages read
     * @param listings   found in them
     * @param offers     listings that sell faces or IDs
     * @param images     of offers, fetched and decoded
     * @param faces      found in them
     * @param candidates sightings
     * @param skipped    counts by reason
     * @param tracked    listings by tracker; none in what was recorded before there were trackers
     * @param peakRssMb  resident set of the process at its highest; -1 where the system does not tell
     */
    record Done(
            int pages,
            int listings,
            int offers,
            int images,
            int faces,
            int candidates,
            Map<String, Integer> skipped,
            @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Integer> tracked,
            double seconds,
            long peakRssMb)
            implements SweepEvent {
        public Done {
            skipped = new TreeMap<>(skipped);
            tracked = new TreeMap<>(tracked);
        }
    }

    /** The sweep could not go on; what was reported before still holds. */
    record Failed(String message) implements SweepEvent {}
}
