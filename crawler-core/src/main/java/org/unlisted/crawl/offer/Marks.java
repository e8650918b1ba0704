package org.unlisted.crawl.offer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Units and signs of price and quantity in a text, by place. Immutable. */
final class Marks {
    private final List<Hit> byStart;
    private final List<Hit> byEnd;

    Marks(List<Hit> marks) {
        this.byStart = sorted(marks, Hit::start);
        this.byEnd = sorted(marks, Hit::end);
    }

    private static List<Hit> sorted(List<Hit> marks, ToIntFunction<Hit> place) {
        List<Hit> sorted = new ArrayList<>(marks);
        sorted.sort(Comparator.comparingInt(place));
        return List.copyOf(sorted);
    }

    /** Where marks begin, in order. */
    List<Integer> starts() {
        return byStart.stream().map(Hit::start).distinct().toList();
    }

    /** The longest mark of one of the classes that begins at the index. */
    Optional<Hit> at(int index, EnumSet<TermClass> classes) {
        Optional<Hit> best = Optional.empty();
        for (int i = first(byStart, index, Hit::start); i < byStart.size() && byStart.get(i).start() == index; i++)
            best = longer(best, byStart.get(i), classes);
        return best;
    }

    /** The longest mark of one of the classes that ends at the index. */
    Optional<Hit> endingAt(int index, EnumSet<TermClass> classes) {
        Optional<Hit> best = Optional.empty();
        for (int i = first(byEnd, index, Hit::end); i < byEnd.size() && byEnd.get(i).end() == index; i++)
            best = longer(best, byEnd.get(i), classes);
        return best;
    }

    /** Whether a mark of one of the classes stands between two places. */
    boolean between(int from, int to, EnumSet<TermClass> classes) {
        for (int i = first(byStart, from, Hit::start); i < byStart.size() && byStart.get(i).start() < to; i++)
            if (byStart.get(i).end() <= to && classes.contains(byStart.get(i).termClass())) return true;
        return false;
    }

    private static Optional<Hit> longer(Optional<Hit> best, Hit mark, EnumSet<TermClass> classes) {
        if (!classes.contains(mark.termClass())) return best;
        boolean longest = best.filter(b -> b.end() - b.start() >= mark.end() - mark.start()).isEmpty();
        return longest ? Optional.of(mark) : best;
    }

    /** The first of the sorted marks whose place is the index or behind it. */
    private static int first(List<Hit> marks, int index, ToIntFunction<Hit> place) {
        int low = 0;
        int high = marks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place.applyAsInt(marks.get(middle)) < index) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
