package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fits the figures of one offer together: how many, for how much, per what, and cheaper from how many on. The headline
 * price is the first that is stated; lots and volume prices are tiers: "2000 sets, $3 each, from 500 $2" sells 2000 people
 * at $3, from 500 on at $2. Of one text; not thread-safe.
 */
final class DealReader {
    private static final BigDecimal LEAST_LOT = BigDecimal.valueOf(10_000);

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
    Deal read(List<Figure> figures, Kinds kinds, Optional<PriceLine> listed) {
        List<Figure> rest = withLots(figures);
        Optional<BigDecimal> perSet = new Ratios(wording).take(rest, kinds);
        PriceLines sums = new PriceLines(wording, rest);
        Optional<Deal> lots = new Lots(wording).find(sums.readLots(), rest, kinds, perSet);
        if (lots.isPresent()) return lots.get();
        List<PriceLine> lines = sums.read();
        Stock stock = Stock.of(stocked(lines, rest), kinds, perSet);
        Optional<PriceLine> head = lines.stream().filter(l -> !l.tier()).findFirst()
                .or(() -> listed.map(l -> l.each().isPresent() ? l : PriceLine.of(l.money(), fieldUnit(rest))))
                .or(() -> lines.stream().findFirst());
        Optional<Price> price = head.map(l -> l.price(stock, kinds));
        List<PriceLine> others = lines.stream().filter(l -> head.filter(l::equals).isEmpty()).toList();
        List<Tier> tiers = price.map(p -> new Tiers(wording).read(others, rest, p, stock)).orElse(List.of());
        boolean smallestOrder = rest.stream().anyMatch(f -> f instanceof Figure.Count c && wording.isTier(c));
        List<Figure> used = new ArrayList<>(stock.figures());
        head.filter(lines::contains).ifPresent(l -> used.add(l.money())); // the price field stands elsewhere
        return new Deal(
                stock.persons(),
                stock.images(),
                price,
                price.flatMap(p -> stock.perFace(p.amount(), p.basis())),
                tiers,
                smallestOrder || !tiers.isEmpty(),
                used);
    }

    /** "$5 for 10k photos", where nothing else is counted: the price of all of them. */
    private List<Figure> withLots(List<Figure> figures) {
        List<Figure> out = new ArrayList<>(figures);
        if (figures.stream().anyMatch(Figure.Count.class::isInstance)) return out;
        for (int i = 0; i < out.size(); i++)
            if (out.get(i) instanceof Figure.Each e && e.per().compareTo(LEAST_LOT) >= 0 && wording.saysFor(e))
                out.set(i, new Figure.Count(e.per(), e.unit(), e.start(), e.end()));
        return out;
    }

    /** The quantities that are for sale: neither a smallest order nor the size of a package. */
    private List<Figure.Count> stocked(List<PriceLine> lines, List<Figure> rest) {
        PackSizes packs = new PackSizes(wording, lines, rest);
        return rest.stream()
                .filter(f -> f instanceof Figure.Count c && !wording.isTier(c) && !packs.contains(c) && lines.stream().noneMatch(l -> l.isRateOf(c)) && !discounted(c, rest))
                .map(Figure.Count.class::cast)
                .toList();
    }

    /** "200 sets 10% off". */
    private boolean discounted(Figure.Count count, List<Figure> rest) {
        int i = rest.indexOf(count);
        boolean priced = rest.stream().anyMatch(Figure.Each.class::isInstance);
        return priced && !wording.followsLot(count) && i + 1 < rest.size() && rest.get(i + 1) instanceof Figure.Discount d && wording.unbroken(count, d);
    }

    /** "KYC pack, per set" in a listing with a price field: the unit that the field's price is for. */
    private Optional<Figure.Each> fieldUnit(List<Figure> rest) {
        if (wording.sellsAll()) return Optional.empty();
        return rest.stream()
                .filter(f -> f instanceof Figure.Each e && e.unit() != Figure.Unit.IMAGE && !wording.listsParts(e) && (wording.endsClause(e.end()) || wording.saysPrice(e.end())))
                .map(Figure.Each.class::cast)
                .findFirst();
    }
}
