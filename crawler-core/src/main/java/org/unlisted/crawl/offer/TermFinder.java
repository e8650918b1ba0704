package org.unlisted.crawl.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Finds all phrases of a lexicon in one pass over a text, however many there are. Immutable. */
final class TermFinder {
    private final PhraseTrie anchors; // its values are numbers of literals, or of gapped phrases with all bits turned
    private final Term[] literals;
    private final GappedTerm[] gapped;

    /** What a phrase with gaps says. */
    record GappedTerm(Gapped phrase, Term term) {}

    TermFinder(PhraseTrie anchors, List<Term> literals, List<GappedTerm> gapped) {
        this.anchors = anchors;
        this.literals = literals.toArray(Term[]::new);
        this.gapped = gapped.toArray(GappedTerm[]::new);
    }

    PhraseTrie anchors() {
        return anchors;
    }

    List<Term> literals() {
        return List.of(literals);
    }

    List<GappedTerm> gapped() {
        return List.of(gapped);
    }

    /**
     * Reports every place where a term stands, overlapping ones too.
     *
     * @param text     normalised, see {@link Term#matchable}
     * @param toneless also the terms for Vietnamese without marks
     */
    void find(String text, boolean toneless, Consumer<Hit> found) {
        List<Around> around = new ArrayList<>();
        anchors.find(text, (start, end, value) -> {
            Term term = value < 0 ? gapped[~value].term() : literals[value];
            if (term.toneless() && !toneless) return;
            if (value < 0) around(~value, text, start, end, around);
            else if (term.standsAt(text, start, end)) found.accept(new Hit(term, text.substring(start, end), start, end));
        });
        for (Around a : around) {
            GappedTerm g = gapped[a.gapped];
            found.accept(new Hit(g.term(), g.phrase().anchor(), a.start, a.end));
        }
    }

    /** Where a phrase with gaps stands. */
    private record Around(int gapped, int start, int end) {}

    private void around(int i, String text, int start, int end, List<Around> into) {
        gapped[i].phrase().around(text, start, end)
                .filter(s -> gapped[i].term().standsAt(text, s.start(), s.end()))
                .map(s -> new Around(i, s.start(), s.end()))
                .filter(a -> !into.contains(a)) // found by another anchor
                .ifPresent(into::add);
    }
}
