package org.unlisted.crawl.offer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Units and signs of price and quantity in a text, by place. Immutable. */
final class Marks {
    private final Map<Integer, List<Hit>> byStart = new HashMap<>();
    private final Map<Integer, List<Hit>> byEnd = new HashMap<>();

    Marks(List<Hit> marks) {
        for (Hit mark : marks) {
            byStart.computeIfAbsent(mark.start(), i -> new ArrayList<>(2)).add(mark);
            byEnd.computeIfAbsent(mark.end(), i -> new ArrayList<>(2)).add(mark);
        }
    }

    /** Where marks begin, in order. */
    List<Integer> starts() {
        return byStart.keySet().stream().sorted().toList();
    }

    /** The longest mark of one of the classes that begins at the index. */
    Optional<Hit> at(int index, EnumSet<TermClass> classes) {
        return longest(byStart.getOrDefault(index, List.of()), classes);
    }

    /** The longest mark of one of the classes that ends at the index. */
    Optional<Hit> endingAt(int index, EnumSet<TermClass> classes) {
        return longest(byEnd.getOrDefault(index, List.of()), classes);
    }

    private static Optional<Hit> longest(List<Hit> marks, EnumSet<TermClass> classes) {
        Hit best = null;
        for (Hit mark : marks)
            if (classes.contains(mark.termClass())
                    && (best == null || mark.end() - mark.start() > best.end() - best.start())) best = mark;
        return Optional.ofNullable(best);
    }
}
