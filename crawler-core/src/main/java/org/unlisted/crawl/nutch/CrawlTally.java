package org.unlisted.crawl.nutch;

/**
 * Counts of one crawl.
 *
 * @param pages    fetched and parsed
 * @param listings found in them
 * @param offers   of those, selling faces or IDs
 * @param pictures of offers, fetched
 */
public record CrawlTally(int pages, int listings, int offers, int pictures) {

    CrawlTally plus(CrawlTally other) {
        return new CrawlTally(
                pages + other.pages, listings + other.listings, offers + other.offers, pictures + other.pictures);
    }
}
