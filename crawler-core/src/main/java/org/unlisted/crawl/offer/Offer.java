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
 * @param quote        the words of the original text that state the offer
 */
public record Offer(
        OfferLabel label,
        String kind,
        OptionalLong persons,
        OptionalLong images,
        Optional<Price> price,
        Optional<BigDecimal> pricePerFace,
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
        reasons = List.copyOf(reasons);
    }

    /** Whether the pictures of this listing may be fetched and compared: only those of a bundle on sale. */
    public boolean permitsFaceScan() {
        return label == OfferLabel.SALE;
    }
}
