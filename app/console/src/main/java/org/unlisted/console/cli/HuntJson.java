package org.unlisted.console.cli;

import java.util.List;
import org.unlisted.crawl.hunt.HuntHit;
import org.unlisted.crawl.hunt.HuntTally;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.offer.Reason;
import org.unlisted.crawl.signal.Masker;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Hits and counts of a hunt as JSON lines. Words of a listing come without personal numbers and contacts. */
final class HuntJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private HuntJson() {}

    static String line(HuntHit hit) {
        ObjectNode line = JSON.createObjectNode();
        line.put("source", hit.source())
                .put("page", hit.page().toString())
                .put("listing", hit.listing().url().toString())
                .put("captured_at", hit.capturedAt().toString())
                .put("new", hit.fresh())
                .put("title", Masker.maskAll(hit.listing().title()));
        OfferJson.put(line, masked(hit));
        ArrayNode trackers = line.putArray("trackers");
        hit.tracked().forEach(t -> trackers.add(t.trackerId()));
        return line.toString();
    }

    static String counts(HuntTally tally) {
        return JSON.createObjectNode()
                .put("captures", tally.captures())
                .put("pages", tally.pages())
                .put("listings", tally.listings())
                .put("offers", tally.offers())
                .put("newOffers", tally.newOffers())
                .put("tracked", tally.tracked())
                .put("unreadable", tally.unreadable())
                .put("seconds", tally.seconds())
                .toString();
    }

    /** Each phrase as a part of the whole text: there a number is whole, and the words beside it say whose it is. */
    private static List<Offer> masked(HuntHit hit) {
        String title = hit.listing().title();
        String text = Masker.maskAll(title.isBlank() ? hit.listing().text() : title + "\n" + hit.listing().text());
        return hit.offers().stream().map(offer -> masked(offer, text)).toList();
    }

    private static Offer masked(Offer offer, String text) {
        List<Reason> reasons = offer.reasons().stream()
                .map(r -> r.end() > text.length()
                        ? new Reason("", r.start(), r.end(), r.supports()) // out of the price field
                        : new Reason(text.substring(r.start(), r.end()), r.start(), r.end(), r.supports()))
                .toList();
        return new Offer(
                offer.label(),
                offer.kind(),
                offer.persons(),
                offer.images(),
                offer.price(),
                offer.pricePerFace(),
                offer.tiers(),
                offer.confidence(),
                "",
                reasons);
    }
}
