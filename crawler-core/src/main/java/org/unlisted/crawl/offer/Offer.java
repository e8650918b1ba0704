package org.unlisted.crawl.offer;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a listing sells, how many, for how much. What is not said is absent, never guessed.
 *
 * @param kind         HANDHELD_ID_SET, FACE_PHOTO, MASKED_FACE, FACE_KIT, LIVENESS_VIDEO, ID_SCAN, ID_INFO, PII,
 *                     LIVENESS_TOOL or LOOKUP_SERVICE; several joined by {@code +}; empty for NEGATIVE
 * @param persons      people in the bundle
 * @param images       pictures in the bundle
 * @param pricePerFace price per person where persons are known, else per image; in the currency of {@code price}
 * @param tiers        what more, or the whole lot, costs; the price is the first one stated
 * @param confidence   that the label is right, 0 to 1: a measure of how clearly the words speak, not a probability
 * @param quote        the words of the original text that state the offer
 */
public record Offer(
        OfferLabel label,
        String kind,
        OptionalLong persons,
        OptionalLong images,
        Optional<Price> price,
        Optional<BigDecimal> pricePerFace,
        List<Tier> tiers,
        double confidence,
        String quote,
        List<Reason> reasons) {

    public Offer {
        requireNonNull(label, "label");
        requireNonNull(kind, "kind");
        requireNonNull(persons, "persons");
        requireNonNull(images, "images");
        requireNonNull(price, "price");
        requireNonNull(pricePerFace, "pricePerFace");
        requireNonNull(quote, "quote");
        tiers = List.copyOf(tiers);
        if (!(confidence >= 0 && confidence <= 1)) throw new IllegalArgumentException("confidence: " + confidence);
        reasons = List.copyOf(reasons);
    }

    /** The same offer in a text that has more before it. */
    Offer shifted(int characters) {
        if (characters == 0) return this;
        List<Reason> moved = reasons.stream()
                .map(r -> new Reason(r.phrase(), r.start() + characters, r.end() + characters, r.supports()))
                .toList();
        return new Offer(label, kind, persons, images, price, pricePerFace, tiers, confidence, quote, moved);
    }

    /** Whether the pictures of this listing may be fetched and compared: only those of a bundle on sale. */
    public boolean permitsFaceScan() {
        return label == OfferLabel.SALE;
    }
}
