package org.unlisted.crawl.nutch;

import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.crawl.tracker.TrackedListing;

/** Told what a crawl does while it does it. Calls come from one thread at a time. */
public interface CrawlListener {

    /**
     * A step of the crawl.
     *
     * @param stage inject, generate, fetch, parse, update
     * @param total never below {@code done}
     */
    void progress(String stage, int round, int done, int total);

    /** A listing that sells faces or IDs. */
    void offer(OfferListing offer);

    /** A listing that trackers hit; it may be an offer besides. */
    void tracked(TrackedListing listing);

    /** Something left out: a word to count by and a sentence for people. */
    void skipped(String item, String reason, String detail);

    /** How the fetch is doing: once a second at most, and once more when the fetch of a round ends. */
    default void gauge(CrawlGauge gauge) {}
}
