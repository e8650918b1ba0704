package org.unlisted.crawl.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Finds all terms of a lexicon in one pass over a text, however many there are. Immutable. */
final class TermFinder {
    private final PhraseTrie anchors = new PhraseTrie();
    private final Term[] terms;

    TermFinder(List<Term> terms) {
        this.terms = terms.toArray(Term[]::new);
        for (int i = 0; i < this.terms.length; i++) anchors.put(this.terms[i].anchor(), i);
    }

    /**
     * Reports every place where a term stands, overlapping ones too.
     *
     * @param text     normalised, see {@link Term#matchable}
     * @param toneless also the terms for Vietnamese without marks
     */
    void find(String text, boolean toneless, Consumer<Hit> found) {
        List<Hit> gapped = new ArrayList<>();
        anchors.find(text, (start, end, i) -> {
            Term term = terms[i];
            if (term.toneless() && !toneless) return;
            if (term.gapped().isPresent()) around(term, text, start, end, gapped);
            else if (term.standsAt(text, start, end)) found.accept(new Hit(term, start, end));
        });
        gapped.forEach(found);
    }

    private static void around(Term term, String text, int start, int end, List<Hit> into) {
        term.gapped().orElseThrow().around(text, start, end)
                .filter(s -> term.standsAt(text, s.start(), s.end()))
                .filter(s -> into.stream().noneMatch(h -> h.start() == s.start() && h.end() == s.end() && h.term().equals(term))) // found by another anchor
                .ifPresent(s -> into.add(new Hit(term, s.start(), s.end())));
    }
}
