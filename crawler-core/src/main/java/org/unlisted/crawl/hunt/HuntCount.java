package org.unlisted.crawl.hunt;


/** Counts a hunt, and passes on what is new in it. Used by the thread that hunts. */
final class HuntCount {
    private final HuntListener listener;
    private final long total;
    private final long startedAt = System.nanoTime();
    private final FingerprintSet seen = new FingerprintSet();
    private final FingerprintSet offered = new FingerprintSet();
    private final FingerprintSet followed = new FingerprintSet();
    private long before;
    private long captures;
    private long pages;
    private long listings;
    private long offers;
    private long newOffers;
    private long tracked;
    private long unreadable;

    /**
     * @param total bytes of all archives
     */
    HuntCount(HuntListener listener, long total) {
        this.listener = listener;
        this.total = total;
    }

    /** Where the pages of the next archive go. */
    ArchiveReader.Sink sink(Archive archive, ReadingQueue queue) {
        long start = before;
        before += archive.bytes();
        return new ArchiveReader.Sink() {
            @Override
            public void page(CapturedPage page) {
                captures++;
                if (seen.add(page.address(), page.digest())) queue.add(page);
            }

            @Override
            public void unreadable(String item, String why) {
                skip(item, why);
            }

            @Override
            public void position(long bytes) {
                listener.progress(Math.min(start + bytes, total), total, pages);
            }
        };
    }

    /** A page that was read. */
    void add(PageReading reading) {
        pages++;
        listings += reading.listings();
        reading.unreadable().ifPresent(why -> skip(reading.address(), why));
        reading.hits().forEach(this::add);
    }

    private void add(HuntHit hit) {
        String listing = hit.listing().url().toString();
        boolean sells = hit.sale().isPresent() && offered.add(listing);
        boolean followedNow = !hit.tracked().isEmpty() && followed.add(listing);
        if (sells) offers++;
        if (sells && hit.fresh()) newOffers++;
        if (followedNow) tracked++;
        if (sells || followedNow) listener.hit(hit);
    }

    private void skip(String item, String why) {
        unreadable++;
        listener.unreadable(item, why);
    }

    HuntTally tally() {
        double seconds = Math.round((System.nanoTime() - startedAt) / 1e7) / 100.0;
        return new HuntTally(captures, pages, listings, offers, newOffers, tracked, unreadable, seconds);
    }
}
