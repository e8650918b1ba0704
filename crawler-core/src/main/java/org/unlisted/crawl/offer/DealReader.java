package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fits the figures of one offer together: how many, for how much, per what, and cheaper from how many on. The headline
 * price is the first that is stated; lots and volume prices are tiers. Of one text; not thread-safe.
 */
final class DealReader {
    private final Wording wording;

    DealReader(Wording wording) {
        this.wording = wording;
    }

    /**
     * Reads one offer.
     *
     * @param figures of this offer only, in order
     * @param listed  the price field of the page, used when the words name no price
     */
    Deal read(List<Figure> figures, Kinds kinds, Optional<Figure.Money> listed) {
        List<Figure> rest = new ArrayList<>(figures);
        Optional<BigDecimal> perSet = new Ratios(wording).take(rest, kinds);
        List<Line> lines = lines(rest);
        boolean hasUnitPrice = lines.stream().anyMatch(l -> l.each().isPresent() && !l.tier());
        List<Figure.Count> stock = new ArrayList<>();
        boolean smallestOrder = false;
        for (Figure figure : rest) {
            if (!(figure instanceof Figure.Count c)) continue;
            if (wording.isTier(c)) smallestOrder = true;
            else if (lines.stream().noneMatch(l -> l.count().filter(c::equals).isPresent() && packOf(l, lines, hasUnitPrice, rest)))
                stock.add(c);
        }
        Stock total = Stock.of(stock, kinds, perSet);
        return deal(lines, total, kinds, listed, smallestOrder, rest);
    }

    private Deal deal(
            List<Line> lines, Stock stock, Kinds kinds, Optional<Figure.Money> listed, boolean smallestOrder, List<Figure> rest) {
        Optional<Line> head = lines.stream().filter(l -> !l.tier()).findFirst().or(() -> lines.stream().findFirst());
        Optional<Price> price = head.map(l -> price(l, stock, kinds))
                .or(() -> listed.map(m -> price(new Line(m, loneUnit(rest), Optional.empty(), false, false), stock, kinds)));
        List<Tier> tiers = price.map(p -> tiers(lines, head, p, stock, rest)).orElse(List.of());
        List<Figure> used = new ArrayList<>(stock.figures());
        head.ifPresent(l -> used.add(l.money()));
        return new Deal(
                stock.persons(),
                stock.images(),
                price,
                price.flatMap(p -> stock.perFace(p.amount(), p.basis())),
                tiers,
                smallestOrder || !tiers.isEmpty(),
                used);
    }

    /** "KYC pack, per set" in a listing with a price field: the unit that the field's price is for. */
    private static Optional<Figure.Each> loneUnit(List<Figure> rest) {
        return rest.stream()
                .filter(f -> f instanceof Figure.Each e && e.unit() != Figure.Unit.IMAGE)
                .map(Figure.Each.class::cast)
                .findFirst();
    }

    /** Each sum with the unit, the quantity or the tier that it belongs to. */
    private List<Line> lines(List<Figure> rest) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rest.size(); i++) {
            if (rest.get(i) instanceof Figure.Discount && at(rest, i - 1) instanceof Figure.Count c && wording.sameClause(c, rest.get(i))) continue;
            if (!(rest.get(i) instanceof Figure.Money money)) continue;
            Figure left = at(rest, i - 1);
            Figure right = at(rest, i + 1);
            Optional<Figure.Each> each = Optional.empty();
            if (right instanceof Figure.Each e && wording.touching(money, e)) each = Optional.of(e);
            else if (left instanceof Figure.Each e && wording.priceOf(e, money) && !takenByLeft(rest, i - 1)) each = Optional.of(e);
            else if (wording.unitBeside(money).isPresent())
                each = Optional.of(new Figure.Each(wording.unitBeside(money).get(), BigDecimal.ONE, money.start(), money.end()));
            if (each.isEmpty()) each = rate(left, money, rest).or(() -> rate(right, money, rest));
            if (each.isEmpty() && left instanceof Figure.Count c && wording.atPrice(money))
                each = Optional.of(new Figure.Each(c.unit(), BigDecimal.ONE, money.start(), money.end()));
            Optional<Figure.Count> count = Optional.empty();
            boolean tier = wording.isTier(money);
            // The unit may stand between: 满1000套每套0.3.
            Figure before = left instanceof Figure.Each && each.isPresent() ? at(rest, i - 2) : left;
            if (before instanceof Figure.Count c && wording.sameClause(c, money)) {
                count = Optional.of(c);
                tier |= wording.isTier(c);
            } else if (right instanceof Figure.Count c && wording.joined(money, c)) count = Optional.of(c);
            Figure behind = each.isPresent() && right.equals(each.get()) ? at(rest, i + 2) : right;
            boolean priced = at(rest, rest.indexOf(behind) + 1) instanceof Figure.Money;
            if (count.isEmpty() && !priced && !lines.isEmpty() && behind instanceof Figure.Count c && wording.isTier(c) && wording.sameClause(money, c)) {
                count = Optional.of(c);
                tier = true;
            }
            lines.add(new Line(money, each, count, tier, wording.isLot(money)));
        }
        return lines;
    }

    /** "1k = $4" and 100张/10元 beside a larger stock: the price of so many. */
    private Optional<Figure.Each> rate(Figure beside, Figure.Money money, List<Figure> rest) {
        BigDecimal many = beside instanceof Figure.Count c ? c.value() : beside instanceof Figure.Bare b ? b.value() : BigDecimal.ZERO;
        Figure.Unit unit = beside instanceof Figure.Count c ? c.unit() : Figure.Unit.GOODS;
        boolean round = many.signum() > 0 && many.stripTrailingZeros().unscaledValue().equals(java.math.BigInteger.ONE) && many.compareTo(BigDecimal.TEN) >= 0;
        if (!round || !(wording.equates(beside, money) || wording.equates(money, beside))) return Optional.empty();
        boolean larger = rest.stream().anyMatch(f -> f instanceof Figure.Count c && c.value().compareTo(many) > 0);
        return larger ? Optional.of(new Figure.Each(unit, many, beside.start(), beside.end())) : Optional.empty();
    }

    /** Whether the unit is that of the sum before it: 0.5一套, 300打包. */
    private boolean takenByLeft(List<Figure> rest, int each) {
        return at(rest, each - 1) instanceof Figure.Money m && wording.touching(m, rest.get(each));
    }

    /** A quantity that is the size of a package and not the stock: 10条220 beside 25一条. */
    private boolean packOf(Line line, List<Line> lines, boolean hasUnitPrice, List<Figure> rest) {
        if (line.each().isPresent()) return line.tier();
        if (line.lot() || line.count().isEmpty()) return false;
        boolean largest = rest.stream()
                .filter(f -> f instanceof Figure.Count c && !c.equals(line.count().get()))
                .noneMatch(f -> ((Figure.Count) f).value().compareTo(line.count().get().value()) > 0);
        boolean adjacent = wording.joined(line.count().get(), line.money()) || wording.joined(line.money(), line.count().get());
        boolean later = !lines.isEmpty() && !lines.getFirst().equals(line);
        return adjacent && later && (hasUnitPrice || !largest || lines.getFirst().count().isPresent());
    }

    private Price price(Line line, Stock stock, Kinds kinds) {
        Figure.Money money = line.money();
        BigDecimal per = line.each().map(Figure.Each::per).orElse(BigDecimal.ONE);
        BigDecimal amount = per.compareTo(BigDecimal.ONE) == 0 ? money.value() : money.value().divide(per, MathContext.DECIMAL64).stripTrailingZeros();
        Price.Basis basis = line.each().map(e -> stock.basis(e.unit(), kinds)).orElse(Price.Basis.TOTAL);
        if (line.each().isEmpty() && !line.lot() && SmallSums.isUnitPrice(money)) basis = stock.basis(Figure.Unit.GOODS, kinds);
        return new Price(amount, money.currency(), money.inferred(), basis);
    }

    private List<Tier> tiers(List<Line> lines, Optional<Line> head, Price price, Stock stock, List<Figure> rest) {
        List<Tier> tiers = new ArrayList<>();
        for (Line line : lines) {
            if (head.filter(line::equals).isPresent() || !line.money().currency().equals(price.currency())) continue;
            Optional<Long> min = line.count().map(c -> c.value().longValue())
                    .or(() -> line.lot() && stock.size() > 0 ? Optional.of(stock.sold(price.basis())) : Optional.empty());
            if (min.isEmpty() || min.get() < 1) continue;
            BigDecimal value = line.money().value();
            BigDecimal unit = line.each().map(e -> value.divide(e.per(), MathContext.DECIMAL64))
                    .orElseGet(() -> ofOne(value, min.get(), line, price));
            tiers.add(new Tier(min.get(), Ratio.rounded(unit)));
        }
        for (int i = 1; i < rest.size(); i++)
            if (rest.get(i) instanceof Figure.Discount d && rest.get(i - 1) instanceof Figure.Count c
                    && wording.sameClause(c, d) && price.basis() != Price.Basis.TOTAL && c.value().longValue() >= 1)
                tiers.add(new Tier(c.value().longValue(), Ratio.rounded(price.amount().multiply(d.factor()))));
        return tiers.stream().distinct().toList();
    }

    /** "from 100 — 90" is the price of one, "10 for 220" that of ten: whichever is not dearer than the headline. */
    private static BigDecimal ofOne(BigDecimal value, long min, Line line, Price price) {
        boolean unitAlready = price.basis() != Price.Basis.TOTAL && !line.lot() && value.compareTo(price.amount()) <= 0;
        return unitAlready ? value : value.divide(BigDecimal.valueOf(min), MathContext.DECIMAL64);
    }

    private static Figure at(List<Figure> figures, int index) {
        return index >= 0 && index < figures.size() ? figures.get(index) : NONE;
    }

    private static final Figure NONE = new Figure.Aside(0, 0);

    /**
     * One sum and what it buys.
     *
     * @param count the quantity beside it
     * @param tier  only from a quantity on
     * @param lot   for the whole stock
     */
    private record Line(
            Figure.Money money, Optional<Figure.Each> each, Optional<Figure.Count> count, boolean tier, boolean lot) {}
}
