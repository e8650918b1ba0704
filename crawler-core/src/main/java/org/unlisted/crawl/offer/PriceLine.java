package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * One sum and what it buys: of 满1000套每套0.3 the sum 0.3, the unit 套, the quantity 1000, only from so many on.
 *
 * @param each  the unit that the sum is the price of
 * @param count the quantity beside it
 * @param tier  only from a quantity on
 * @param lot   for the whole stock
 */
record PriceLine(
        Figure.Money money, Optional<Figure.Each> each, Optional<Figure.Count> count, boolean tier, boolean lot) {

    // So many beside a sum are what it buys.
    private static final BigDecimal BUNDLE = BigDecimal.valueOf(20);

    /** A sum alone, as in the price field of a page, for the unit that the words name. */
    static PriceLine of(Figure.Money money, Optional<Figure.Each> each) {
        return new PriceLine(money, each, Optional.empty(), false, false);
    }

    /** Whether the quantity is no stock but what the sum buys: 100 of "100 for $2". */
    boolean isRateOf(Figure.Count quantity) {
        return each.filter(e -> e.start() == quantity.start() && e.per().compareTo(BigDecimal.ONE) > 0).isPresent();
    }

    /** The price of one, or of all where no unit is said: "$12 per 100 photos" is 0.12 per image. */
    Price price(Stock stock, Kinds kinds) {
        BigDecimal per = each.map(Figure.Each::per).orElse(BigDecimal.ONE);
        BigDecimal amount = per.compareTo(BigDecimal.ONE) == 0 ? money.value() : money.value().divide(per, MathContext.DECIMAL64).stripTrailingZeros();
        boolean images = stock.basis(Figure.Unit.GOODS, kinds) == Price.Basis.PER_IMAGE;
        boolean dear = !(images ? SmallSums.isPictures(money) : SmallSums.isPersons(money));
        boolean bundle = count.filter(c -> c.value().compareTo(BUNDLE) >= 0).isPresent();
        Price.Basis basis = each.map(e -> stock.basis(e.unit(), kinds)).orElse(Price.Basis.TOTAL);
        if (each.isEmpty() && !lot && (SmallSums.isUnitPrice(money) || (money.sense() == Figure.Sense.ONE && !(bundle && dear)))) basis = stock.basis(Figure.Unit.GOODS, kinds);
        return new Price(amount, money.currency(), money.inferred(), basis);
    }
}
