package org.unlisted.crawl.offer;

import java.util.List;

/** Tells quantities that are the size of a package from the stock: 10条220 beside 25一条. Of one offer; immutable. */
final class PackSizes {
    private final Wording wording;
    private final List<PriceLine> lines;
    private final List<Figure> figures;
    private final boolean hasUnitPrice;

    PackSizes(Wording wording, List<PriceLine> lines, List<Figure> figures) {
        this.wording = wording;
        this.lines = List.copyOf(lines);
        this.figures = List.copyOf(figures);
        this.hasUnitPrice = lines.stream().anyMatch(l -> (l.each().isPresent() || l.money().sense() == Figure.Sense.ONE) && !l.tier());
    }

    /** Whether the quantity is that of a package with its own price. */
    boolean contains(Figure.Count count) {
        return lines.stream().anyMatch(l -> l.count().filter(count::equals).isPresent() && isPack(l, count));
    }

    private boolean countedBefore(Figure.Money money) {
        return figures.stream().anyMatch(f -> f instanceof Figure.Count && f.end() <= money.start());
    }

    private boolean isPack(PriceLine line, Figure.Count count) {
        if (line.each().isPresent()) return line.tier();
        if (line.lot()) return false;
        boolean largest = figures.stream().noneMatch(f -> f instanceof Figure.Count c && c.value().compareTo(count.value()) > 0);
        boolean adjacent = wording.joined(count, line.money()) || wording.joined(line.money(), count);
        boolean later = !lines.getFirst().equals(line);
        Figure.Money first = lines.getFirst().money();
        boolean cheaper = later && hasUnitPrice && first.currency().equals(line.money().currency()) && line.money().value().compareTo(first.value()) < 0;
        return cheaper || (adjacent && later && (hasUnitPrice || !largest || lines.getFirst().count().isPresent() || countedBefore(lines.getFirst().money())));
    }
}
