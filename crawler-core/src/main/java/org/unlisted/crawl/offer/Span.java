package org.unlisted.crawl.offer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** A stretch of the normalised text; {@code end} is exclusive. */
record Span(int start, int end) {

    boolean holds(Hit hit) {
        return hit.start() >= start && hit.end() <= end;
    }

    boolean holds(Figure figure) {
        return figure.start() >= start && figure.end() <= end;
    }

    /** Cuts the span at the separators, never through a term or a number. */
    List<Span> split(String text, String separators, List<Hit> hits, List<Figure> figures) {
        List<Span> parts = new ArrayList<>();
        BitSet whole = new BitSet(end);
        hits.forEach(h -> whole.set(h.start(), h.end()));
        figures.forEach(f -> whole.set(f.start(), f.end()));
        int from = start;
        for (int i = start; i < end; i++) {
            if (whole.get(i) || separators.indexOf(text.charAt(i)) < 0) continue;
            if (i > from) parts.add(new Span(from, i));
            from = i + 1;
        }
        if (end > from) parts.add(new Span(from, end));
        return parts;
    }
}
