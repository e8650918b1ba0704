package org.unlisted.crawl.nutch;

import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.io.Writable;
import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.metadata.Nutch;
import org.apache.nutch.parse.ParseData;
import org.apache.nutch.protocol.ProtocolStatus;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.crawl.fetch.CanonicalUrl;
import org.unlisted.crawl.listing.Extraction.Wall.Kind;
import org.unlisted.crawl.tracker.TrackedListing;
import tools.jackson.databind.json.JsonMapper;

/** Counts finished rounds and tells what they found and what they left out. */
final class SegmentTally {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** A site that answers so is a wall as a whole; a log-in or a price may be one page's own. */
    private static final Set<String> SITE_WALLS = Set.of(Kind.CAPTCHA.word(), Kind.BLOCKED.word(), Kind.GEO.word());

    private static final Set<String> WALLS =
            Set.of(Kind.CAPTCHA.word(), Kind.BLOCKED.word(), Kind.GEO.word(), Kind.LOGIN.word());
    private static final int ENOUGH_WALLS = 3;

    private final CrawlListener listener;
    /** Told at the end: a host that was busy may have answered later. */
    private final Map<String, String> busy = new LinkedHashMap<>();

    /** Digests of pages with listings: the same page under a second address is no second listing. */
    private final Set<String> told = new HashSet<>();

    /** What is told once, whatever number of pages leads there. */
    private final Set<String> named = new HashSet<>();

    private final Redirects redirects = new Redirects();

    private CrawlTally tally = CrawlTally.NOTHING;
    private int pageRequests;
    private int pictureRequests;
    private int siteWalls;
    private int allWalls;
    private int answers;
    private long busyUntil;
    private Optional<CrawlState.Blocked> lastWall = Optional.empty();

    SegmentTally(CrawlListener listener) {
        this.listener = listener;
    }

    /**
     * Adds a round.
     *
     * @throws IOException if fewer addresses were tried than generated, or fewer parsed than fetched: a job that lost some
     *                     reports success
     */
    void add(Segment segment, int generated) throws IOException {
        int[] counts = new int[2];
        segment.eachFetched((url, datum) -> {
            counts[0]++;
            if (fetched(url, datum)) counts[1]++;
        });
        if (counts[0] < generated)
            throw new IOException("the fetch job lost " + (generated - counts[0]) + " of " + generated + " addresses");
        int[] parsed = new int[1];
        segment.eachParsed((url, data) -> {
            parsed[0]++;
            parsed(url, data);
        });
        if (parsed[0] < counts[1])
            throw new IOException("the parse job lost " + (counts[1] - parsed[0]) + " of " + counts[1] + " pages");
    }

    /** Tells what a round's links led to and is one too many of its kind; each address once. */
    void refused(String source, Refused refused) {
        for (String url : refused.named())
            once(url, "trap", "one of many that multiply without end: not followed");
        int more = refused.count() - refused.named().size();
        if (more > 0) listener.skipped(source, "trap", more + " more addresses that multiply without end: not followed");
    }

    CrawlTally tally() {
        return tally;
    }

    /** Pages asked for, had or not. */
    int pageRequests() {
        return pageRequests;
    }

    int pictureRequests() {
        return pictureRequests;
    }

    /** When the last host that asked for patience may be asked again, milliseconds since 1970; 0 where none did. */
    long busyUntil() {
        return busy.isEmpty() ? 0 : busyUntil;
    }

    /** What stands in the way of the whole source; empty as long as there is no more than a page here and there. */
    Optional<CrawlState.Blocked> blocked() {
        boolean site = siteWalls >= ENOUGH_WALLS && siteWalls * 2 > answers + siteWalls;
        boolean nothingElse = allWalls > 0 && answers == 0;
        return site || nothingElse ? lastWall : Optional.empty();
    }

    private void once(String item, String reason, String detail) {
        if (named.add(item)) listener.skipped(item, reason, detail);
    }

    /** To be called when no round follows. */
    void end() {
        for (String url : redirects.circles()) listener.skipped(url, "redirects", "redirects in a circle: no page is ever reached");
        busy.forEach((url, detail) -> listener.skipped(url, "busy", detail));
        busy.clear();
    }

    /** Whether there is something to parse. */
    private boolean fetched(String url, CrawlDatum datum) {
        boolean picture = datum.getMetaData().containsKey(Keys.WANTED);
        if (picture) pictureRequests++;
        else pageRequests++;
        busy.remove(url);
        if (datum.getMetaData().containsKey(Keys.ROBOTS_CUT))
            once(
                    CanonicalUrl.origin(URI.create(url)) + "/robots.txt",
                    "truncated",
                    "longer than the 500 KB that are read: rules after them are not known");
        switch (datum.getStatus()) {
            case CrawlDatum.STATUS_FETCH_SUCCESS, CrawlDatum.STATUS_FETCH_NOTMODIFIED -> {
                if (!picture) answers++;
                String length = ListingSchedule.text(datum, Keys.LENGTH);
                long bytes = length.isEmpty() ? 0 : Long.parseLong(length);
                tally = tally.plus(new CrawlTally(picture ? 0 : 1, 0, 0, picture ? 1 : 0, bytes));
                return true;
            }
            case CrawlDatum.STATUS_FETCH_REDIR_PERM, CrawlDatum.STATUS_FETCH_REDIR_TEMP -> {
                answers++;
                if (datum.getMetaData().get(Nutch.WRITABLE_PROTO_STATUS_KEY) instanceof ProtocolStatus status)
                    redirects.add(url, String.valueOf(status.getMessage()));
            }
            default -> {
                // asked for and not had: a picture's budget is spent all the same
                if (picture) tally = tally.plus(new CrawlTally(0, 0, 0, 1, 0));
                skip(url, datum);
            }
        }
        return false;
    }

    private void skip(String url, CrawlDatum datum) {
        Writable found = datum.getMetaData().get(Nutch.WRITABLE_PROTO_STATUS_KEY);
        if (!(found instanceof ProtocolStatus status)) {
            listener.skipped(url, "unreachable", "no answer was recorded");
            return;
        }
        if (status.getCode() == ProtocolStatus.ROBOTS_DENIED) {
            listener.skipped(url, "robots", "robots.txt forbids it");
            return;
        }
        String message = String.valueOf(status.getMessage());
        int bar = message.indexOf('|');
        String reason = bar > 0 ? message.substring(0, bar) : "unreachable";
        String detail = message.substring(bar + 1);
        if (reason.equals("busy")) {
            busy.put(url, detail);
            String until = ListingSchedule.text(datum, Keys.BUSY_UNTIL);
            if (!until.isEmpty()) busyUntil = Math.max(busyUntil, Long.parseLong(until));
            return;
        }
        if (WALLS.contains(reason)) wall(url, reason);
        if (reason.equals("not-found")) answers++;
        listener.skipped(url, reason, detail);
    }

    private void wall(String url, String kind) {
        allWalls++;
        if (SITE_WALLS.contains(kind)) siteWalls++;
        lastWall = Optional.of(new CrawlState.Blocked(kind, url, java.time.Instant.now()));
    }

    private void parsed(String url, ParseData data) {
        String wall = data.getParseMeta().get(Keys.WALL);
        if (wall != null) {
            if (WALLS.contains(wall)) {
                wall(url, wall);
                answers--; // it was no answer after all
            }
            listener.skipped(url, wall, "the page asks for what a crawler must not give");
        }
        String unreadable = data.getParseMeta().get(Keys.UNREADABLE);
        if (unreadable != null) listener.skipped(url, "unreadable", unreadable);
        if (data.getParseMeta().get(Keys.GONE) != null)
            listener.skipped(url, "not-found", "the page says that what it offered is gone");
        if (data.getParseMeta().get(Keys.NO_INDEX) != null)
            listener.skipped(url, "noindex", "the page asks not to be indexed");
        String traps = data.getParseMeta().get(Keys.TRAPS);
        if (traps != null) listener.skipped(url, "trap", traps + " of its links multiply without end: not followed");
        String length = data.getParseMeta().get(Keys.TRUNCATED);
        if (length != null)
            listener.skipped(url, "truncated", "read as far as byte " + length + ": too long, or broken off; the rest is not known");
        for (String link : data.getParseMeta().getValues(Keys.UNASKABLE))
            once(link, "scheme", "only http and https are asked for");
        String count = data.getParseMeta().get(Keys.LISTINGS);
        if (count != null && !told.add(data.getContentMeta().get(Keys.DIGEST))) {
            listener.skipped(url, "duplicate", "byte for byte a page that was read under another address");
            return;
        }
        if (count != null) tally = tally.plus(new CrawlTally(0, Integer.parseInt(count), 0, 0, 0));
        String tracked = data.getParseMeta().get(Keys.TRACKED);
        if (tracked != null)
            for (TrackedListing listing : JSON.readValue(tracked, TrackedListing[].class)) listener.tracked(listing);
        String found = data.getParseMeta().get(Keys.OFFERS);
        if (found == null) return;
        for (OfferListing offer : JSON.readValue(found, OfferListing[].class)) {
            tally = tally.plus(new CrawlTally(0, 0, 1, 0, 0));
            listener.offer(offer);
        }
    }

    /** The host of an address, for counts by host. */
    static String host(String url) {
        return String.valueOf(URI.create(url).getAuthority());
    }
}
