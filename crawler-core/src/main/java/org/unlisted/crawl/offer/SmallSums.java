package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Sums for which nobody sells a bundle: five mao beside eight thousand sets is the price of one, though no unit says so.
 * The limits are about a seventh of a dollar.
 */
final class SmallSums {
    private static final Map<String, BigDecimal> LEAST = Map.of(
            "CNY", BigDecimal.ONE,
            "USD", new BigDecimal("0.3"),
            "USDT", new BigDecimal("0.3"),
            "EUR", new BigDecimal("0.3"),
            "GBP", new BigDecimal("0.3"),
            "RUB", BigDecimal.TEN,
            "VND", BigDecimal.valueOf(4_000));

    private static final BigDecimal PERSON = BigDecimal.valueOf(400);
    private static final BigDecimal PICTURE = BigDecimal.valueOf(4);

    private SmallSums() {}

    /** Whether it is too small for the bundle and the price of one person or picture. */
    static boolean isUnitPrice(Figure.Money money) {
        return isBelow(money, BigDecimal.ONE);
    }

    /** Whether one picture may cost as much. */
    static boolean isPictures(Figure.Money money) {
        return isBelow(money, PICTURE) || !LEAST.containsKey(money.currency());
    }

    /** Whether one person's set may cost as much. */
    static boolean isPersons(Figure.Money money) {
        return isBelow(money, PERSON) || !LEAST.containsKey(money.currency());
    }

    private static boolean isBelow(Figure.Money money, BigDecimal times) {
        BigDecimal least = LEAST.get(money.currency());
        return least != null && money.value().signum() > 0 && money.value().compareTo(least.multiply(times)) < 0;
    }
}
