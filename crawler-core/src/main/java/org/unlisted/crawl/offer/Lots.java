package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Offers that are nothing but lots: "100 sets 250k, 500 sets 1m". The first is the offer, all of them are its tiers. Of
 * one text; immutable.
 */
final class Lots {
    private final Wording wording;

    Lots(Wording wording) {
        this.wording = wording;
    }

    /**
     * The deal, if every sum is the price of a lot, and larger lots cost more; the first is the offer.
     *
     * @param figures of the offer: a quantity larger than the first lot that has no price is stock, and the lots are none
     * @param perSet  pictures of one person, where the text says it
     */
    Optional<Deal> find(List<PriceLine> lines, List<Figure> figures, Kinds kinds, Optional<BigDecimal> perSet) {
        List<PriceLine> lots = lines.stream().filter(this::isLot).toList();
        if (lots.size() < 2 || lots.size() < lines.size() || !ladder(lots)) return Optional.empty();
        List<Figure.Count> sizes = lots.stream().map(Lots::size).toList();
        Figure.Count first = sizes.getFirst();
        Figure.Count smallest = sizes.stream().min(Comparator.comparing(Figure.Count::value)).orElse(first);
        boolean others = figures.stream().anyMatch(f -> f instanceof Figure.Count c && !sizes.contains(c) && c.value().compareTo(smallest.value()) > 0);
        if (others) return Optional.empty();
        Figure.Money sum = lots.getFirst().money();
        Stock stock = Stock.of(List.of(first), kinds, perSet);
        Price price = new Price(sum.value(), sum.currency(), sum.inferred(), Price.Basis.TOTAL);
        List<Figure> used = new ArrayList<>(sizes);
        lots.forEach(l -> used.add(l.money()));
        return Optional.of(new Deal(
                stock.persons(),
                stock.images(),
                Optional.of(price),
                stock.perFace(price.amount(), price.basis()),
                lots.stream().map(Lots::tier).toList(),
                true,
                used));
    }

    private boolean isLot(PriceLine line) {
        return line.each().isEmpty() && line.count().filter(c -> c.countable() && c.value().compareTo(BigDecimal.ONE) >= 0 && beside(c, line.money())).isPresent();
    }

    private boolean beside(Figure.Count count, Figure.Money money) {
        return wording.sameClause(count, money) || wording.joined(count, money) || wording.joined(money, count) || wording.equates(count, money) || wording.equates(money, count);
    }

    private static boolean ladder(List<PriceLine> lots) {
        int direction = 0;
        for (int i = 1; i < lots.size(); i++) {
            PriceLine smaller = lots.get(i - 1);
            PriceLine larger = lots.get(i);
            int sizes = size(larger).value().compareTo(size(smaller).value());
            int sums = larger.money().value().compareTo(smaller.money().value());
            if (sizes == 0 || sizes != sums || (i > 1 && sizes != direction)) return false;
            direction = sizes;
        }
        return true;
    }

    private static Tier tier(PriceLine lot) {
        long size = size(lot).value().longValue();
        return new Tier(size, Ratio.of(lot.money().value(), size));
    }

    private static Figure.Count size(PriceLine lot) {
        return lot.count().orElseThrow();
    }
}
