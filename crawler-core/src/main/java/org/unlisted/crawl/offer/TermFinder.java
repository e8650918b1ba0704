package org.unlisted.crawl.offer;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;

/** Finds all terms of a lexicon in one pass over a text, however many there are (Aho and Corasick 1975). Immutable. */
final class TermFinder {
    // Characters around an anchor within which a phrase with gaps must lie.
    private static final int REACH = 48;
    private final AhoCorasickDoubleArrayTrie<List<Term>> anchors = new AhoCorasickDoubleArrayTrie<>();

    TermFinder(List<Term> terms) {
        TreeMap<String, List<Term>> byAnchor = new TreeMap<>();
        for (Term term : terms) byAnchor.computeIfAbsent(term.anchor(), a -> new ArrayList<>()).add(term);
        anchors.build(byAnchor);
    }

    /**
     * Reports every place where a term stands, overlapping ones too.
     *
     * @param text     normalised, see {@link Term#matchable}
     * @param toneless also the terms for Vietnamese without marks
     */
    void find(String text, boolean toneless, Consumer<Hit> found) {
        Set<Hit> gapped = new HashSet<>();
        anchors.parseText(text, (start, end, terms) -> {
            for (Term term : terms) {
                if (term.toneless() && !toneless) continue;
                if (term.rest().isPresent()) around(term, text, start, end, gapped);
                else if (term.standsAt(text, start, end)) found.accept(new Hit(term, start, end));
            }
        });
        gapped.forEach(found);
    }

    private static void around(Term term, String text, int start, int end, Set<Hit> into) {
        Matcher m = term.rest().orElseThrow().matcher(text);
        m.region(Math.max(0, start - REACH), Math.min(text.length(), end + REACH)).useTransparentBounds(true);
        while (m.find())
            if (m.start() <= start && m.end() >= end && term.standsAt(text, m.start(), m.end()))
                into.add(new Hit(term, m.start(), m.end()));
    }
}
