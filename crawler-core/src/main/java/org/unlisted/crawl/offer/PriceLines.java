package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Joins each sum of an offer with the unit, the quantity or the tier that it belongs to: "2000 sets, $3 each, from 500
 * $2" has two lines, $3 for one and $2 from 500 on. Of one offer; immutable.
 */
final class PriceLines {
    private static final Figure NONE = new Figure.Aside(0, 0);

    private final Wording wording;
    private final List<Figure> figures;
    private final boolean rates;

    /** @param figures of the offer, in order, without those of {@link Ratios} */
    PriceLines(Wording wording, List<Figure> figures) {
        this(wording, figures, true);
    }

    private PriceLines(Wording wording, List<Figure> figures, boolean rates) {
        this.rates = rates;
        this.wording = wording;
        this.figures = List.copyOf(figures);
    }

    /** One line for each sum, in order. */
    List<PriceLine> read() {
        List<PriceLine> lines = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++)
            if (figures.get(i) instanceof Figure.Money money) lines.add(line(i, money, lines.isEmpty()));
        return lines;
    }

    /** The same, if "100 for $30" is the price of a lot and not that of one. */
    List<PriceLine> readLots() {
        return new PriceLines(wording, figures, false).read();
    }

    private PriceLine line(int i, Figure.Money money, boolean first) {
        Figure left = at(i - 1);
        Figure right = at(i + 1);
        Optional<Figure.Each> each = unit(i, money);
        boolean tier = wording.isTier(money) || money.sense() == Figure.Sense.VOLUME;
        boolean lot = wording.isLot(money);
        // The unit may stand between: 满1000套每套0.3.
        boolean unitBetween = left instanceof Figure.Each && each.isPresent();
        boolean rateBetween = left instanceof Figure.Count && each.filter(e -> e.start() == left.start()).isPresent();
        Figure before = unitBetween || rateBetween ? at(i - 2) : left;
        if (before instanceof Figure.Count c && wording.sameClause(c, money))
            return new PriceLine(money, each, Optional.of(c), tier || wording.isTier(c), lot);
        if (right instanceof Figure.Count c && wording.joined(money, c))
            return new PriceLine(money, each, Optional.of(c), tier, lot);
        Optional<Figure.Count> from = first ? Optional.empty() : tierBehind(money, each.filter(right::equals).isPresent() ? at(i + 2) : right);
        return new PriceLine(money, each, from, tier || from.isPresent(), lot);
    }

    /** "$2 from 500": a quantity behind a further sum, unless it begins the next line. */
    private Optional<Figure.Count> tierBehind(Figure.Money money, Figure behind) {
        boolean priced = at(figures.indexOf(behind) + 1) instanceof Figure.Money;
        return !priced && behind instanceof Figure.Count c && wording.isTier(c) && wording.sameClause(money, c) ? Optional.of(c) : Optional.empty();
    }

    /** The unit that a sum is the price of: 5元/张, 每套2毛, комплект — 150 р, "1k = $4", "300 sets at $2". */
    private Optional<Figure.Each> unit(int i, Figure.Money money) {
        Figure left = at(i - 1);
        Figure right = at(i + 1);
        if (right instanceof Figure.Each e && wording.touching(money, e)) return Optional.of(e);
        if (left instanceof Figure.Each e && wording.priceOf(e, money) && !takenByLeft(i - 1)) return Optional.of(e);
        return wording.unitBeside(money).or(() -> wording.unitBehind(money)).map(u -> one(u, money))
                .or(() -> rate(left, money))
                .or(() -> rate(right, money))
                .or(() -> left instanceof Figure.Count c && wording.atPrice(money) ? Optional.of(one(c.unit(), money)) : Optional.empty());
    }

    private static Figure.Each one(Figure.Unit unit, Figure.Money money) {
        return new Figure.Each(unit, BigDecimal.ONE, money.start(), money.end());
    }

    /** Whether the unit is that of the sum before it: 0.5一套, 300打包. */
    private boolean takenByLeft(int each) {
        return at(each - 1) instanceof Figure.Money m && wording.touching(m, figures.get(each));
    }

    /** "1k = $4" and 100张/10元 beside a larger stock: the price of so many. */
    private Optional<Figure.Each> rate(Figure beside, Figure.Money money) {
        if (!rates) return Optional.empty();
        BigDecimal many = beside instanceof Figure.Count c ? c.value() : beside instanceof Figure.Bare b ? b.value() : BigDecimal.ZERO;
        Figure.Unit unit = beside instanceof Figure.Count c ? c.unit() : Figure.Unit.GOODS;
        boolean round = many.signum() > 0 && many.stripTrailingZeros().unscaledValue().equals(BigInteger.ONE) && many.compareTo(BigDecimal.TEN) >= 0;
        boolean adjacent = beside instanceof Figure.Count && (beside.end() == money.start() || money.end() == beside.start() || touching(beside, money));
        if (!round || wording.isTier(beside) || !(wording.equates(beside, money) || wording.equates(money, beside) || adjacent)) return Optional.empty();
        boolean larger = figures.stream().anyMatch(f -> f instanceof Figure.Count c && c.value().compareTo(many) > 0);
        return larger ? Optional.of(new Figure.Each(unit, many, beside.start(), beside.end())) : Optional.empty();
    }

    /** "10 tấm 1 nghìn": so many pictures for so much; of anything else where it is the first price. */
    private boolean touching(Figure beside, Figure.Money money) {
        boolean first = figures.stream().filter(Figure.Money.class::isInstance).findFirst().filter(money::equals).isPresent();
        return beside instanceof Figure.Count c && (first || c.unit() == Figure.Unit.IMAGE) && (money.start() - beside.end() == 1 || beside.start() - money.end() == 1);
    }

    private Figure at(int index) {
        return index >= 0 && index < figures.size() ? figures.get(index) : NONE;
    }
}
