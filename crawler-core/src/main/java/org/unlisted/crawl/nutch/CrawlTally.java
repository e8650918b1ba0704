package org.unlisted.crawl.nutch;

/**
 * Counts of one crawl.
 *
 * @param pages    fetched and parsed, or found unchanged
 * @param listings found in them
 * @param offers   of those, selling faces or IDs
 * @param pictures of offers, asked for
 * @param bytes    of bodies
 */
public record CrawlTally(int pages, int listings, int offers, int pictures, long bytes) {
    static final CrawlTally NOTHING = new CrawlTally(0, 0, 0, 0, 0);

    CrawlTally plus(CrawlTally other) {
        return new CrawlTally(
                pages + other.pages,
                listings + other.listings,
                offers + other.offers,
                pictures + other.pictures,
                bytes + other.bytes);
    }
}
