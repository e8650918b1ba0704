package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a passage into the offers that stand in it: each names goods and a sum, or a quantity of its own.
 *
 * <p>Price lists name the goods and then the price, or the price and then the goods; a new offer begins with the next
 * goods, or price, once the one before has both.
 */
final class Segments {
    private static final String STRONG = "\n;。";
    private static final BigDecimal FEWEST = BigDecimal.valueOf(7);
    private static final String WEAK = ",、|!?.";

    private final Wording wording;

    Segments(Wording wording) {
        this.wording = wording;
    }

    /** The offers apart; fewer than two when the passage states one offer, or none. */
    List<Scene> of(Scene scene) {
        List<Scene> byGoods = byGoods(scene);
        if (isLadder(byGoods)) return List.of();
        return byGoods.isEmpty() ? byLine(scene) : byGoods;
    }

    /**
     * Lines that name the goods of the headline in another make, each with quantity and sum: 低档 2000套 200元. Lines of
     * quantity and sum alone are volume prices of one offer.
     */
    private List<Scene> byLine(Scene scene) {
        List<Scene> lines = new ArrayList<>();
        List<Hit> headline = new ArrayList<>();
        for (Span span : scene.span().split(scene.text().text(), "\n;|", scene.hits(), scene.figures())) {
            Scene line = scene.within(span, false);
            if (line.hasSum() && stocked(line) && names(line)) lines.add(line);
            else if (lines.isEmpty()) headline.addAll(line.goods());
        }
        if (lines.size() < 2 || isLadder(lines)) return List.of();
        List<Hit> common = headline.isEmpty() ? lines.getFirst().goods() : headline;
        return lines.stream().map(l -> l.goods().isEmpty() ? l.withHits(common) : l).toList();
    }

    /** Three packages and more of the same goods, larger ones dearer: S 500, M 2000, L 10000. */
    private static boolean isLadder(List<Scene> lines) {
        if (lines.size() < 3 || lines.stream().map(l -> Kinds.of(l.hits()).label()).distinct().count() > 1) return false;
        BigDecimal count = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        for (Scene line : lines) {
            BigDecimal size = first(line, Figure.Count.class);
            BigDecimal price = first(line, Figure.Money.class);
            if (size.compareTo(count) <= 0 || price.compareTo(sum) <= 0) return false;
            count = size;
            sum = price;
        }
        return true;
    }

    private static BigDecimal first(Scene line, Class<? extends Figure> type) {
        return line.figures().stream().filter(type::isInstance).findFirst().map(Roles::value).orElse(BigDecimal.ZERO);
    }

    /** Whether a line has words beside its figures. */
    private static boolean names(Scene line) {
        String text = line.text().text();
        int letters = 0;
        int at = line.span().start();
        for (Figure figure : line.figures()) {
            letters += letters(text, at, figure.start());
            at = Math.max(at, figure.end());
        }
        return letters + letters(text, at, line.span().end()) >= 2;
    }

    private static int letters(String text, int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) if (Character.isLetter(text.charAt(i))) letters++;
        return letters;
    }

    private List<Scene> byGoods(Scene scene) {
        List<Span> blocks = blocks(scene);
        if (blocks.size() < 2) return List.of();
        List<Scene> offers = new ArrayList<>();
        for (Span block : blocks) {
            Scene part = scene.within(trimmed(scene, block), false);
            Scene previous = offers.isEmpty() ? null : offers.getLast();
            if (previous != null && !apart(scene, previous, part)) {
                Span joined = new Span(offers.removeLast().span().start(), part.span().end());
                offers.add(scene.within(joined, false));
            } else if (part.states()) offers.add(part);
        }
        return offers.size() < 2 ? List.of() : List.copyOf(offers);
    }

    private static List<Span> blocks(Scene scene) {
        List<Hit> goods = scene.goods();
        List<Figure> sums = scene.figures().stream().filter(Figure.Money.class::isInstance).toList();
        if (goods.isEmpty()) return List.of();
        boolean sumFirst = !sums.isEmpty() && sums.getFirst().start() < goods.getFirst().start() && sameLine(scene, sums.getFirst().end(), goods.getFirst().start());
        List<Integer> cuts = new ArrayList<>();
        int from = scene.span().start();
        if (sumFirst) {
            for (int i = 1; i < sums.size(); i++) {
                Figure sum = sums.get(i);
                Figure before = sums.get(i - 1);
                if (goods.stream().anyMatch(g -> g.start() >= before.end() && g.end() <= sum.start())
                        && goods.stream().anyMatch(g -> g.start() >= sum.end())) cuts.add(cut(scene, before.end(), sum.start()));
            }
        } else {
            for (Hit thing : goods) {
                int start = cuts.isEmpty() ? from : cuts.getLast();
                int figure = lastFigure(scene, goods, start, thing.start());
                boolean complete = figure >= 0 && goods.stream().anyMatch(g -> g.start() >= start && g.end() <= thing.start());
                if (complete) cuts.add(cut(scene, figure, thing.start()));
            }
        }
        List<Span> blocks = new ArrayList<>();
        for (int cut : cuts) {
            if (cut > from) blocks.add(new Span(from, cut));
            from = Math.max(from, cut);
        }
        blocks.add(new Span(from, scene.span().end()));
        return blocks;
    }

    /** Where the last sum before {@code end} ends; without one, the last quantity that stands behind goods; else -1. */
    private static int lastFigure(Scene scene, List<Hit> goods, int start, int end) {
        int sum = -1;
        int quantity = -1;
        for (Figure f : scene.figures()) {
            if (f.start() < start || f.end() > end) continue;
            if (f instanceof Figure.Money) sum = f.end();
            else if (f instanceof Figure.Each && sum == f.start()) sum = f.end();
            else if (f instanceof Figure.Count && goods.stream().anyMatch(g -> g.start() >= start && g.start() < f.end()))
                quantity = f.end();
        }
        return sum >= 0 ? sum : quantity;
    }

    /** The place between two offers: the last strong separator, else the last weak one, else the next gap. */
    private static int cut(Scene scene, int from, int to) {
        String text = scene.text().text();
        for (String separators : List.of(STRONG, WEAK))
            for (int i = to - 1; i >= from; i--)
                if ((separators.indexOf(text.charAt(i)) >= 0 && !insideNumber(text, i)) || (separators.equals(WEAK) && isSpacedSlash(text, i)))
                    return i + 1;
        return Math.max(from, Math.min(to, beforeCount(scene, from, to)));
    }

    private static boolean isSpacedSlash(String text, int i) {
        return text.charAt(i) == '/' && i > 0 && text.charAt(i - 1) == ' ' && i + 1 < text.length() && text.charAt(i + 1) == ' ';
    }

    private static boolean insideNumber(String text, int i) {
        return i > 0 && i + 1 < text.length() && Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1));
    }

    /** A quantity right before the goods is theirs: "…$50 300 passports". */
    private static int beforeCount(Scene scene, int from, int to) {
        return scene.figures().stream()
                .filter(f -> f instanceof Figure.Count && f.start() >= from && f.start() < to)
                .mapToInt(Figure::start)
                .min()
                .orElse(to);
    }

    private static boolean sameLine(Scene scene, int from, int to) {
        for (int i = from; i < to; i++) if (STRONG.indexOf(scene.text().text().charAt(i)) >= 0) return false;
        return true;
    }

    /** Without a headline and chatter around the lines that have figures. */
    private static Span trimmed(Scene scene, Span block) {
        String text = scene.text().text();
        List<Figure> figures = scene.figures().stream()
                .filter(f -> (f instanceof Figure.Money || f instanceof Figure.Count) && block.holds(f))
                .toList();
        if (figures.isEmpty()) return block;
        int first = figures.getFirst().start();
        int line = first;
        while (line > block.start() && text.charAt(line - 1) != '\n') line--;
        int lineStart = line;
        boolean named = scene.goods().stream().anyMatch(g -> g.start() >= lineStart && block.holds(g) && g.start() < figures.getLast().end() + 40);
        int end = figures.getLast().end();
        while (end < block.end() && text.charAt(end) != '\n') end++;
        return new Span(named ? lineStart : block.start(), Math.max(end, figures.getLast().end()));
    }

    /** Whether a quantity is named that is no smallest order and no size of a set. */
    private boolean stocked(Scene part) {
        return part.figures().stream().anyMatch(f -> f instanceof Figure.Count c && !wording.isTier(c) && c.value().compareTo(FEWEST) >= 0);
    }

    /** Whether two parts are two offers: other goods with a sum or quantity each, or the same goods in another quantity. */
    private boolean apart(Scene scene, Scene left, Scene right) {
        boolean sums = left.hasSum() && right.hasSum();
        boolean counts = left.hasCount() && right.hasCount();
        boolean otherGoods = !Kinds.ofPart(left.hits()).label().equals(Kinds.ofPart(right.hits()).label());
        boolean lines = !sameLine(scene, left.span().start(), Math.max(left.span().start(), right.span().start()));
        if (sums) return otherGoods || counts || lines;
        // One names the stock and the other the price: a single offer.
        return otherGoods && stocked(left) && stocked(right);
    }
}
