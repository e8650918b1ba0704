package org.unlisted.crawl.offer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the phrases of a lexicon one by one. Not thread-safe. */
final class TermFinderBuilder {
    private final Map<Term, Integer> numbers = new HashMap<>();
    private final List<Term> literals = new ArrayList<>();
    private final List<TermFinder.GappedTerm> gapped = new ArrayList<>();
    private final PhraseTrieBuilder anchors = new PhraseTrieBuilder();

    void put(Phrase phrase) {
        anchors.put(phrase.anchor(), phrase.gapped().map(g -> gapped(g, phrase.term())).orElseGet(() -> literal(phrase.term())));
    }

    /** Empties the builder. */
    TermFinder build() {
        return new TermFinder(anchors.build(), literals, gapped);
    }

    private int literal(Term term) {
        return numbers.computeIfAbsent(term, t -> {
            literals.add(t);
            return literals.size() - 1;
        });
    }

    private int gapped(Gapped phrase, Term term) {
        gapped.add(new TermFinder.GappedTerm(phrase, literals.get(literal(term))));
        return ~(gapped.size() - 1);
    }
}
