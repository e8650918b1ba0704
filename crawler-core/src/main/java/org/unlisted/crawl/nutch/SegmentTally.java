package org.unlisted.crawl.nutch;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.apache.hadoop.io.Writable;
import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.metadata.Nutch;
import org.apache.nutch.parse.ParseData;
import org.apache.nutch.protocol.ProtocolStatus;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.crawl.tracker.TrackedListing;
import tools.jackson.databind.json.JsonMapper;

/** Counts a finished round and tells what it found and what it left out. */
final class SegmentTally {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final CrawlListener listener;
    private final Set<String> wanted;
    private int answered;
    private int pageRequests;
    private int pages;
    private int listings;
    private int offers;
    private int pictures;

    /**
     * A tally for one round.
     *
     * @param wanted pictures that offers asked for; grows
     */
    SegmentTally(CrawlListener listener, Set<String> wanted) {
        this.listener = listener;
        this.wanted = wanted;
    }

    /**
     * Reads the round's records.
     *
     * @throws IOException if fewer addresses were tried than generated: a job that lost some reports success
     */
    CrawlTally of(Segment segment, int generated) throws IOException {
        segment.eachFetched(this::fetched);
        if (answered < generated)
            throw new IOException("the fetch job lost " + (generated - answered) + " of " + generated + " addresses");
        segment.eachParsed(this::parsed);
        return new CrawlTally(pages, listings, offers, pictures);
    }

    /** Pages asked for, had or not. */
    int pageRequests() {
        return pageRequests;
    }

    private void fetched(String url, CrawlDatum datum) {
        answered++;
        boolean picture = datum.getMetaData().containsKey(Keys.WANTED);
        if (!picture) pageRequests++;
        switch (datum.getStatus()) {
            case CrawlDatum.STATUS_FETCH_SUCCESS, CrawlDatum.STATUS_FETCH_NOTMODIFIED -> {
                if (picture) pictures++;
                else pages++;
            }
            case CrawlDatum.STATUS_FETCH_REDIR_PERM, CrawlDatum.STATUS_FETCH_REDIR_TEMP -> {}
            default -> skip(url, datum, picture);
        }
    }

    private void skip(String url, CrawlDatum datum, boolean picture) {
        if (picture) pictures++; // asked for and not had: the budget is spent all the same
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
        if (bar > 0) listener.skipped(url, message.substring(0, bar), message.substring(bar + 1));
        else listener.skipped(url, "unreachable", message);
    }

    private void parsed(String url, ParseData data) {
        String wall = data.getParseMeta().get(Keys.WALL);
        if (wall != null) listener.skipped(url, wall, "the page asks for what a crawler must not give");
        String unreadable = data.getParseMeta().get(Keys.UNREADABLE);
        if (unreadable != null) listener.skipped(url, "unreadable", unreadable);
        String count = data.getParseMeta().get(Keys.LISTINGS);
        if (count != null) listings += Integer.parseInt(count);
        wanted.addAll(Arrays.asList(data.getParseMeta().getValues(Keys.PICTURE)));
        String tracked = data.getParseMeta().get(Keys.TRACKED);
        if (tracked != null)
            for (TrackedListing listing : JSON.readValue(tracked, TrackedListing[].class)) listener.tracked(listing);
        String found = data.getParseMeta().get(Keys.OFFERS);
        if (found == null) return;
        for (OfferListing offer : JSON.readValue(found, OfferListing[].class)) {
            offers++;
            listener.offer(offer);
        }
    }
}
