package org.unlisted.console.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.offer.Price;
import org.unlisted.crawl.offer.Reason;
import org.unlisted.crawl.offer.Tier;
import org.unlisted.crawl.signal.Masker;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the offer reader said, as the fields of a JSON line. What was not said is null. */
final class OfferJson {
    private OfferJson() {}

    /**
     * Puts the first offer's fields flat into the line, and all offers beside them.
     *
     * @param offers as the reader returns them, never empty
     */
    static void put(ObjectNode line, List<Offer> offers) {
        fields(line, offers.getFirst());
        ArrayNode all = line.putArray("offers");
        for (Offer offer : offers) {
            ObjectNode one = all.addObject();
            fields(one, offer);
            reasons(one.putArray("reasons"), offer.reasons());
        }
        reasons(line.putArray("reasons"), offers.getFirst().reasons());
    }

    private static void fields(ObjectNode node, Offer offer) {
        Optional<Price> price = offer.price();
        node.put("label", offer.label().name()).put("kind", offer.kind().isEmpty() ? null : offer.kind());
        count(node, "persons", offer.persons());
        count(node, "images", offer.images());
        node.put("price", price.map(Price::amount).map(OfferJson::plain).orElse(null))
                .put("currency", price.map(Price::currency).orElse(null))
                .put("basis", price.map(p -> p.basis().name()).orElse(null))
                .put("price_per_face", offer.pricePerFace().map(OfferJson::plain).orElse(null));
        tiers(node.putArray("tiers"), offer.tiers());
        node.put("currency_inferred", price.map(Price::inferred).orElse(null)).put("confidence", offer.confidence());
    }

    private static void tiers(ArrayNode into, List<Tier> tiers) {
        for (Tier tier : tiers) into.addObject().put("min", tier.min()).put("unit_price", plain(tier.unitPrice()));
    }

    private static void count(ObjectNode node, String field, OptionalLong value) {
        if (value.isPresent()) node.put(field, value.getAsLong());
        else node.putNull(field);
    }

    private static void reasons(ArrayNode into, List<Reason> reasons) {
        for (Reason reason : reasons)
            into.addObject()
                    .put("phrase", Masker.mask(reason.phrase()))
                    .put("start", reason.start())
                    .put("end", reason.end())
                    .put("supports", reason.supports());
    }

    /** 3000000 instead of 3E+6. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
