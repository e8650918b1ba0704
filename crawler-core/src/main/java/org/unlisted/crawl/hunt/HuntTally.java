package org.unlisted.crawl.hunt;

/**
 * What a hunt read and found.
 *
 * @param captures   fetched pages within the window, repetitions included
 * @param pages      those of them that were read: one with the same address and bytes as a newer one is not
 * @param listings   in those pages
 * @param offers     listings that sell faces, by address
 * @param newOffers  offers that were not known as such
 * @param tracked    listings that a tracker hits, by address
 * @param unreadable pages, and archives that broke off
 */
public record HuntTally(
        long captures,
        long pages,
        long listings,
        long offers,
        long newOffers,
        long tracked,
        long unreadable,
        double seconds) {

    /** Pages a second; 0 where there was none. */
    public double pagesPerSecond() {
        return pages == 0 ? 0 : pages / Math.max(seconds, 1e-3);
    }
}
