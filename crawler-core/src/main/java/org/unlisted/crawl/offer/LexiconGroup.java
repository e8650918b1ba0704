package org.unlisted.crawl.offer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Terms that share class and weight, as written in a file; or a named set of words for other terms of that file.
 *
 * @param weight 1 when not said; marks have none
 * @param views  pictures that the terms name
 */
record LexiconGroup(
        Optional<TermClass> termClass,
        Optional<String> set,
        Optional<Integer> weight,
        Optional<Set<View>> views,
        List<String> terms) {

    @JsonCreator
    LexiconGroup(
            @JsonProperty("class") Optional<TermClass> termClass,
            @JsonProperty("set") Optional<String> set,
            @JsonProperty("weight") Optional<Integer> weight,
            @JsonProperty("views") Optional<Set<View>> views,
            @JsonProperty(value = "terms", required = true) List<String> terms) {
        this.termClass = termClass;
        this.set = set;
        this.weight = weight;
        this.views = views;
        this.terms = List.copyOf(terms);
        if (termClass.isPresent() == set.isPresent())
            throw new IllegalArgumentException("a group has either a class or the name of a set, not " + termClass + set);
        if (weight.filter(w -> w < 1 || w > 3).isPresent())
            throw new IllegalArgumentException("weight " + weight.get() + " is not 1, 2 or 3");
    }

    /** Adds the terms of a file. */
    static void addAll(YAMLMapper mapper, String yaml, TermFinderBuilder out) {
        Map<String, List<String>> sets = new HashMap<>();
        Astral astral = new Astral();
        for (LexiconGroup group : mapper.readValue(astral.hide(yaml), LexiconGroup[].class)) group.restored(astral).into(out, sets);
    }

    /** With the characters that the parser could not be shown. */
    private LexiconGroup restored(Astral astral) {
        return new LexiconGroup(termClass, set, weight, views, terms.stream().map(astral::show).toList());
    }

    /** Adds the terms, in all their spellings, or the set. */
    private void into(TermFinderBuilder out, Map<String, List<String>> sets) {
        if (set.isPresent()) {
            List<String> words = new ArrayList<>();
            for (String entry : terms) words.addAll(Expansion.of(entry, sets));
            sets.put(set.get(), List.copyOf(words));
            return;
        }
        Set<Spellings.Spelling> spellings = new LinkedHashSet<>();
        for (String entry : terms)
            for (String phrase : Expansion.of(entry, sets)) spellings.addAll(Spellings.of(phrase));
        for (Spellings.Spelling s : spellings)
            out.put(Phrase.of(s.phrase(), termClass.orElseThrow(), weight.orElse(1), views.orElse(Set.of()), s.toneless()));
    }
}
