package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Numbers without a currency that their neighbours make a sum: 25一条, 10条220, "selfie - 5". */
final class BareSums {
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1990);
    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2035);
    // "2w" behind goods is how many.
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000);
    private static final BigDecimal FEW = BigDecimal.valueOf(20);
    private final Wording wording;
    private final Optional<String> currency;
    private final List<Hit> hits;

    BareSums(Wording wording, String language, List<Hit> hits) {
        this.wording = wording;
        this.currency = MoneyWords.inferred(language);
        this.hits = hits;
    }

    /** The figures with such numbers turned into sums; the currency is that of other sums of the text, else inferred. */
    List<Figure> settle(List<Figure> figures) {
        List<Figure> out = new ArrayList<>(figures);
        Optional<String> named = figures.stream()
                .filter(f -> f instanceof Figure.Money m && !m.inferred())
                .map(f -> ((Figure.Money) f).currency())
                .findFirst();
        Optional<String> meant = named.or(wording::onlyCurrency).or(() -> currency);
        if (meant.isEmpty()) return out;
        boolean priced = figures.stream().anyMatch(f -> f instanceof Figure.Money);
        boolean counted = figures.stream().anyMatch(f -> f instanceof Figure.Count);
        for (int i = 0; i + 1 < out.size(); i++) // "10 for 280"
            if (priced && out.get(i) instanceof Figure.Bare many && wording.isFor(many, out.get(i + 1))) {
                out.set(i, new Figure.Count(many.value(), Figure.Unit.PIECE, many.start(), many.end()));
                if (out.get(i + 1) instanceof Figure.Bare sum)
                    out.set(i + 1, new Figure.Money(sum.value(), meant.get(), true, sum.start(), sum.end()));
            }
        pairs(out, meant.get());
        for (int i = 0; i < out.size(); i++) {
            if (!(out.get(i) instanceof Figure.Bare b)) continue;
            if (b.value().compareTo(FEW) >= 0 && figures.stream().anyMatch(f -> f instanceof Figure.Count c && c.value().compareTo(b.value()) == 0)) {
                out.set(i, new Figure.Aside(b.start(), b.end())); // the stock again
                continue;
            }
            Optional<Hit> goods = stockOf(b, priced);
            if (goods.isPresent()) {
                boolean faces = !wording.times(b.start()) && wording.namesFaces(goods.get());
                out.set(i, new Figure.Count(b.value(), faces ? Figure.Unit.FACE : Figure.Unit.GOODS, b.start(), b.end()));
                continue;
            }
            boolean alone = !priced && counted && i > 0 && !isYear(b) && wording.startsClause(b.start()) && wording.endsClause(b.end());
            if (alone || isSum(out, i, b)) out.set(i, new Figure.Money(b.value(), meant.get(), true, b.start(), b.end()));
        }
        lone(out);
        Optional<String> only = named.isPresent() ? Optional.empty() : wording.onlyCurrency();
        only.ifPresent(c -> out.replaceAll(f -> f instanceof Figure.Money m && m.inferred() ? new Figure.Money(m.value(), c, false, m.start(), m.end(), m.sense()) : f));
        return out;
    }

    /** "真人头 十万, 四十元": where nothing is counted, a large number without a unit is how many. */
    private void lone(List<Figure> out) {
        boolean counted = out.stream().anyMatch(Figure.Count.class::isInstance);
        List<Figure> large = out.stream().filter(f -> f instanceof Figure.Bare b && b.value().compareTo(LARGEST) >= 0 && !isYear(b)).toList();
        if (counted || large.size() != 1 || out.stream().noneMatch(Figure.Money.class::isInstance)) return;
        Figure.Bare b = (Figure.Bare) large.getFirst();
        boolean pictures = hits.stream().filter(h -> h.role() == TermClass.Role.NOUN && h.end() <= b.start()).anyMatch(h -> !wording.namesFaces(h) && wording.namesPictures(new Span(h.start(), h.end())));
        out.set(out.indexOf(b), new Figure.Count(b.value(), pictures ? Figure.Unit.GOODS : Figure.Unit.FACE, b.start(), b.end()));
    }

    /** "10 — 700, 100 — 5000", "500 = $110": a list of quantities and their sums, from two pairs on. */
    private void pairs(List<Figure> out, String currency) {
        List<Integer> places = new ArrayList<>();
        int pairs = 0;
        for (int i = 0; i + 1 < out.size(); i++) {
            boolean sum = out.get(i + 1) instanceof Figure.Bare || out.get(i + 1) instanceof Figure.Money;
            boolean pair = sum && wording.listsSum(out.get(i), out.get(i + 1)) && wording.endsClause(out.get(i + 1).end());
            if (pair && out.get(i) instanceof Figure.Count) pairs++;
            else if (pair && out.get(i) instanceof Figure.Bare b && wording.startsClause(b.start()) && !isYear(b)) {
                places.add(i);
                pairs++;
            }
        }
        if (pairs < 2) return;
        for (int i : places) {
            if (out.get(i) instanceof Figure.Bare b) out.set(i, new Figure.Count(b.value(), Figure.Unit.PIECE, b.start(), b.end()));
            if (out.get(i + 1) instanceof Figure.Bare b) out.set(i + 1, new Figure.Money(b.value(), currency, true, b.start(), b.end()));
        }
    }

    private boolean isSum(List<Figure> figures, int i, Figure.Bare b) {
        Figure left = i > 0 ? figures.get(i - 1) : b;
        Figure right = i + 1 < figures.size() ? figures.get(i + 1) : b;
        if (right instanceof Figure.Each e && wording.touching(b, e)) return true;
        if (left instanceof Figure.Each e && wording.priceOf(e, b) && b.value().compareTo(BigDecimal.ONE) != 0) return true;
        if (left instanceof Figure.Count c
                && (c.end() == b.start()
                        || (wording.isTier(c) && wording.sameClause(c, b))
                        || (!isYear(b) && wording.listed(c.end(), b.start()) && wording.endsClause(b.end())))) return true;
        boolean priced = right instanceof Figure.Money && wording.sameClause(b, right); // "all 40 for 3 million"
        if (!priced && wording.isLot(b) && !isYear(b) && b.value().compareTo(BigDecimal.ONE) > 0) return true;
        if (wording.atPrice(b) && !isYear(b) && wording.endsClause(b.end())) return true;
        return b.value().compareTo(LARGEST) < 0 && wording.endsClause(b.end()) && behindNoun(b);
    }

    /** "face photos, 27,000", "selfies x 500": how many, right behind the goods and without a unit. */
    private Optional<Hit> stockOf(Figure.Bare b, boolean priced) {
        if (isYear(b) || b.value().compareTo(FEW) < 0 || b.value().stripTrailingZeros().scale() > 0) return Optional.empty();
        boolean much = b.value().compareTo(LARGEST) >= 0 || (priced && wording.times(b.start()));
        if (!much) return Optional.empty();
        return hits.stream()
                .filter(h -> h.role() == TermClass.Role.NOUN && h.end() <= b.start() && b.start() - h.end() <= 5)
                .filter(h -> wording.counts(h.end(), b.start()))
                .findFirst();
    }

    private static boolean isYear(Figure.Bare b) {
        return b.value().compareTo(FIRST_YEAR) >= 0 && b.value().compareTo(LAST_YEAR) <= 0;
    }

    private boolean behindNoun(Figure.Bare b) {
        for (Hit h : hits) {
            if (h.start() >= b.start()) return false;
            boolean beside = h.end() <= b.start() && b.start() - h.end() <= 3;
            if (beside && h.role() == TermClass.Role.NOUN && wording.listed(h.end(), b.start())) return true;
        }
        return false;
    }
}
