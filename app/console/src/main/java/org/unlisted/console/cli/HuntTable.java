package org.unlisted.console.cli;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.unlisted.crawl.hunt.HuntHit;
import org.unlisted.crawl.hunt.HuntTally;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.offer.Price;
import org.unlisted.crawl.tracker.TrackerHit;

/** Hits and counts of a hunt for people. A star marks what was not known. */
final class HuntTable {
    private static final String ROW = "%-1s %-10s %-16s %-28s %9s %14s  %s";

    private HuntTable() {}

    static String head() {
        return ROW.formatted("", "CAPTURED", "SOURCE", "KIND OR TRACKER", "HOW MANY", "PRICE", "LISTING");
    }

    static String row(HuntHit hit) {
        return ROW.formatted(
                hit.fresh() ? "*" : "",
                hit.capturedAt().toString().substring(0, 10),
                hit.source(),
                what(hit),
                hit.sale().map(HuntTable::howMany).orElse(""),
                hit.sale().flatMap(Offer::price).map(HuntTable::price).orElse(""),
                hit.listing().url());
    }

    static String end(HuntTally tally) {
        return String.format(
                Locale.ROOT,
                "%,d pages of %,d captures in %.1f s (%,.0f pages/s): %,d listings, %,d offers (%,d new), %,d tracked, %,d unreadable",
                tally.pages(),
                tally.captures(),
                tally.seconds(),
                tally.pagesPerSecond(),
                tally.listings(),
                tally.offers(),
                tally.newOffers(),
                tally.tracked(),
                tally.unreadable());
    }

    private static String what(HuntHit hit) {
        String trackers = hit.tracked().stream().map(TrackerHit::trackerId).collect(Collectors.joining(","));
        String kind = hit.sale().map(Offer::kind).orElse("");
        return kind.isEmpty() || trackers.isEmpty() ? kind + trackers : kind + " " + trackers;
    }

    private static String howMany(Offer offer) {
        OptionalLong count = offer.persons().isPresent() ? offer.persons() : offer.images();
        return count.isPresent() ? String.format(Locale.ROOT, "%,d", count.getAsLong()) : "";
    }

    private static String price(Price price) {
        return OfferJson.plain(price.amount()).toPlainString() + " " + price.currency();
    }
}
