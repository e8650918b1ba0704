package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The numbers of one offer.
 *
 * @param tiered  a discount from some quantity on, or a smallest order, is named: the talk of a bulk seller
 * @param figures the figures that say it, for the evidence
 */
record Deal(
        OptionalLong persons,
        OptionalLong images,
        Optional<Price> price,
        Optional<BigDecimal> pricePerFace,
        List<Tier> tiers,
        boolean tiered,
        List<Figure> figures) {

    Deal {
        tiers = List.copyOf(tiers);
        figures = List.copyOf(figures);
    }

    /** How many faces at least: people or pictures, whichever is more; 0 when nothing is said. */
    long size() {
        return Math.max(persons.orElse(0), images.orElse(0));
    }

    boolean hasUnitPrice() {
        return price.map(Price::basis)
                .filter(b -> b == Price.Basis.PER_PERSON || b == Price.Basis.PER_IMAGE)
                .isPresent();
    }
}
