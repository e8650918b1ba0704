package org.unlisted.crawl.listing;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a price field of a page says.
 *
 * @param text      amount and currency as the markup has them for machines, else {@code displayed}
 * @param displayed as a visitor reads it, verbatim; {@code text} where the page shows none
 * @param amount    in units of {@code currency}; empty where the words name no number
 * @param currency  ISO 4217, or the usual letters of a crypto currency (USDT, BTC); empty where nothing says it
 */
public record AskedPrice(String text, String displayed, Optional<BigDecimal> amount, Optional<String> currency) {

    public AskedPrice {
        requireNonNull(text, "text");
        requireNonNull(displayed, "displayed");
        requireNonNull(amount, "amount");
        requireNonNull(currency, "currency");
    }

    /** A price as a visitor reads it, taken apart. */
    public static AskedPrice of(String displayed, String language) {
        return Prices.shown(displayed, language);
    }
}
