package org.unlisted.crawl.offer;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;

/**
 * Money as the offer states it.
 *
 * @param currency ISO 4217, or USDT, BTC
 * @param inferred the currency was not said but follows from the language or platform
 */
public record Price(BigDecimal amount, String currency, boolean inferred, Basis basis) {

    public Price {
        if (amount.signum() < 0) throw new IllegalArgumentException("negative price: " + amount);
        requireNonNull(currency, "currency");
        requireNonNull(basis, "basis");
    }

    /** What one payment buys. */
    public enum Basis { PER_PERSON, PER_IMAGE, TOTAL, PER_LOOKUP }
}
