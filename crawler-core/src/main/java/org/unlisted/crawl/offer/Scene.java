package org.unlisted.crawl.offer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text with everything found in it, or a part of one.
 *
 * @param span   the part
 * @param title  the span of the title, which speaks for every part; empty when there is none
 * @param listed the price field of the page
 */
record Scene(
        NormalText text,
        String language,
        Span span,
        Span title,
        List<Hit> hits,
        List<Figure> figures,
        Optional<PriceLine> listed) {
    // Normalised characters. In a longer text noun, price and quantity must stand near each other to be one offer.
    private static final int SHORT = 500;
    private static final int NEAR = 170;
    // A passage of this length is cut: what stands farther apart is no single offer.
    private static final int LONGEST = 3_000;

    Scene {
        hits = List.copyOf(hits);
        figures = List.copyOf(figures);
    }

    /**
     * The parts of the text in which an offer may be stated: all of a short one, else the surroundings of each
     * noun.
     */
    List<Scene> passages() {
        int length = text.text().length();
        if (length <= SHORT) return List.of(this);
        List<Span> windows = new ArrayList<>();
        for (Hit hit : hits) {
            if ((hit.role() == TermClass.Role.NOUN && hit.term().weight() >= 2)
                    || hit.role() == TermClass.Role.TOOL
                    || hit.role() == TermClass.Role.LOOKUP) {
                Span window = new Span(Math.max(0, hit.start() - NEAR), Math.min(length, hit.end() + NEAR));
                boolean near = !windows.isEmpty() && windows.getLast().end() >= window.start();
                if (near && window.end() - windows.getLast().start() <= LONGEST)
                    windows.add(new Span(windows.removeLast().start(), window.end()));
                else windows.add(new Span(near ? Math.min(hit.start(), windows.getLast().end()) : window.start(), window.end()));
            }
        }
        // A seller may name nothing: a text of a post's length is heard as a whole.
        if (windows.isEmpty() && length <= LONGEST) return List.of(this);
        return windows.stream().map(w -> within(w, true)).toList();
    }

    /** What stands inside a span, and in the title if wanted. */
    Scene within(Span part, boolean withTitle) {
        return new Scene(
                text,
                language,
                part,
                title,
                hits.stream().filter(h -> part.holds(h) || (withTitle && title.holds(h))).toList(),
                figures.stream().filter(f -> part.holds(f) || (withTitle && title.holds(f))).toList(),
                listed);
    }

    /** The same part with more terms, of a headline that speaks for it. */
    Scene withHits(List<Hit> more) {
        List<Hit> all = new ArrayList<>(more);
        all.addAll(hits);
        return new Scene(text, language, span, title, all, figures, listed);
    }

    /** Without the clauses that sell an extra: "video +200k". */
    Scene withoutExtras() {
        List<Figure> extras = figures.stream().filter(this::isExtra).toList();
        long sums = figures.stream().filter(Figure.Money.class::isInstance).count();
        if (extras.isEmpty() || extras.size() == sums) return this;
        List<Span> dropped = span.split(text.text(), ",;。\n", hits, figures).stream()
                .filter(clause -> extras.stream().anyMatch(clause::holds))
                .toList();
        return new Scene(
                text,
                language,
                span,
                title,
                hits.stream().filter(h -> dropped.stream().noneMatch(d -> d.holds(h))).toList(),
                figures.stream().filter(f -> dropped.stream().noneMatch(d -> d.holds(f))).toList(),
                listed);
    }

    private boolean isExtra(Figure figure) {
        if (!(figure instanceof Figure.Money)) return false;
        String before = text.text().substring(Math.max(0, figure.start() - 3), figure.start());
        return before.stripTrailing().endsWith("+");
    }

    /** What is sold, by its names: nouns, both sides of a document, the holder's pose. */
    List<Hit> goods() {
        return hits.stream()
                .filter(h -> h.role() == TermClass.Role.NOUN
                        || (h.role() == TermClass.Role.VIEW && (h.term().views().size() > 1 || h.term().views().contains(View.HELD))))
                .toList();
    }

    /** Goods, and a sum or a quantity of them. */
    boolean states() {
        return !goods().isEmpty() && (hasSum() || hasCount());
    }

    boolean hasSum() {
        return figures.stream().anyMatch(Figure.Money.class::isInstance);
    }

    boolean hasCount() {
        return figures.stream().anyMatch(Figure.Count.class::isInstance);
    }

    /** The noun that speaks most clearly. */
    Optional<Hit> noun() {
        return of(TermClass.Role.NOUN).stream().max(Comparator.comparingInt(h -> h.term().weight()));
    }

    List<Hit> of(TermClass.Role role) {
        return hits.stream().filter(h -> h.role() == role).toList();
    }

    /** Weights of the different terms of a role, added up. */
    int weight(TermClass.Role role) {
        Map<String, Integer> weights = new HashMap<>();
        for (Hit hit : hits)
            if (hit.role() == role) weights.merge(hit.anchor(), hit.term().weight(), Math::max);
        return weights.values().stream().mapToInt(w -> w).sum();
    }
}
