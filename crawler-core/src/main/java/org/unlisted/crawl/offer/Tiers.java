package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What more, or all, of an offer costs: "from 100 pieces 90 each", "$3,600 for the lot", 满5万张8折. Of one text;
 * immutable.
 */
final class Tiers {
    private final Wording wording;

    Tiers(Wording wording) {
        this.wording = wording;
    }

    /**
     * The tiers in order, those of sums before those of discounts.
     *
     * @param lines without the one that states the price
     * @param price of the offer, which discounts lower; sums in another currency are no tiers
     */
    List<Tier> read(List<PriceLine> lines, List<Figure> figures, Price price, Stock stock) {
        List<Tier> tiers = new ArrayList<>();
        for (PriceLine line : lines)
            if (line.money().currency().equals(price.currency())) ofSum(line, price, stock).ifPresent(tiers::add);
        if (price.basis() != Price.Basis.TOTAL) tiers.addAll(ofDiscounts(figures, price));
        return tiers.stream().distinct().toList();
    }

    private static Optional<Tier> ofSum(PriceLine line, Price price, Stock stock) {
        Optional<Long> all = line.lot() && stock.size() > 0 ? Optional.of(stock.sold(price.basis())) : Optional.empty();
        Optional<Long> min = all.or(() -> line.count().filter(Figure.Count::countable).map(c -> c.value().longValue()));
        if (min.isEmpty() || min.get() < 1) return Optional.empty();
        BigDecimal value = line.money().value();
        BigDecimal unit = line.each().map(e -> value.divide(e.per(), MathContext.DECIMAL64))
                .orElseGet(() -> ofOne(value, min.get(), price));
        return Optional.of(new Tier(min.get(), Ratio.rounded(unit)));
    }

    private List<Tier> ofDiscounts(List<Figure> figures, Price price) {
        List<Tier> tiers = new ArrayList<>();
        for (int i = 1; i < figures.size(); i++)
            if (figures.get(i) instanceof Figure.Discount d && figures.get(i - 1) instanceof Figure.Count c
                    && wording.sameClause(c, d) && c.countable() && c.value().longValue() >= 1)
                tiers.add(new Tier(c.value().longValue(), Ratio.rounded(price.amount().multiply(d.factor()))));
        return tiers;
    }

    /** "from 100 — 90" is the price of one, "10 for 220" that of ten: whichever is not dearer than the headline. */
    private static BigDecimal ofOne(BigDecimal value, long min, Price price) {
        boolean unitAlready = price.basis() != Price.Basis.TOTAL && value.compareTo(price.amount()) <= 0;
        return unitAlready ? value : value.divide(BigDecimal.valueOf(min), MathContext.DECIMAL64);
    }
}
