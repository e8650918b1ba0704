package org.unlisted.takedown.sighting;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the listing claims to sell, as it says itself.
 *
 * @param kind         for example {@code HANDHELD_ID_SET} or {@code FACE_PHOTO+PII}
 * @param currency     ISO 4217, USDT or BTC
 * @param basis        PER_PERSON, PER_IMAGE, TOTAL or PER_LOOKUP
 * @param pricePerFace in {@code currency}
 * @param quote        the listing's own words
 */
public record OfferFacts(
        String kind,
        OptionalLong persons,
        OptionalLong images,
        Optional<BigDecimal> price,
        Optional<String> currency,
        Optional<String> basis,
        Optional<BigDecimal> pricePerFace,
        String quote) {

    public OfferFacts {
        requireNonNull(kind, "kind");
        requireNonNull(persons, "persons");
        requireNonNull(images, "images");
        requireNonNull(price, "price");
        requireNonNull(currency, "currency");
        requireNonNull(basis, "basis");
        requireNonNull(pricePerFace, "pricePerFace");
        requireNonNull(quote, "quote");
    }
}
