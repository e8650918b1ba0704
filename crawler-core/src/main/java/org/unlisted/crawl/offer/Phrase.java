package org.unlisted.crawl.offer;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A phrase of the lexicon, its choices spelt out.
 *
 * <p>Syntax: a space matches a space, hyphen or underscore; {@code ~} up to eight characters of the same clause;
 * {@code #} a number of one or two digits; {@code *} at the end any further letters; {@code ^} at the start the
 * beginning of a clause. Letters match whole words, Han characters anywhere.
 *
 * @param anchor the literal piece by which the phrase is found
 * @param gapped the whole phrase, where the anchor is only a piece of it
 */
record Phrase(Term term, String anchor, Optional<Gapped> gapped) {

    /** @throws IllegalArgumentException when there is nothing to look for */
    static Phrase of(String phrase, TermClass termClass, int weight, Set<View> views, boolean toneless) {
        String folded = fold(phrase);
        boolean clauseStart = folded.startsWith("^");
        boolean open = folded.endsWith("*");
        String words = folded.substring(clauseStart ? 1 : 0, folded.length() - (open ? 1 : 0));
        if (words.chars().allMatch(c -> c == ' ' || Gapped.isSign((char) c)))
            throw new IllegalArgumentException("empty term '" + phrase + "' in class " + termClass);
        boolean literal = words.chars().noneMatch(c -> Gapped.isSign((char) c));
        Optional<Gapped> gapped = literal ? Optional.empty() : Optional.of(Gapped.of(words));
        String anchor = gapped.map(Gapped::anchor).orElse(words);
        if (anchor.isBlank()) throw new IllegalArgumentException("empty term '" + phrase + "' in class " + termClass);
        return new Phrase(new Term(termClass, weight, views, toneless, clauseStart, open, Trait.of(termClass, anchor)), anchor, gapped);
    }

    /** In the spelling of normalised texts. */
    private static String fold(String phrase) {
        String plain = TextNormalizer.plain(phrase);
        if (!plain.isEmpty()) return Term.matchable(plain);
        TextNormalizer normalizer = new TextNormalizer();
        // Piece by piece: between Han characters the normaliser takes a gap sign for an evasive dot.
        return Stream.of(phrase.split("~", -1))
                .map(piece -> Term.matchable(normalizer.normalize(piece).text()))
                .collect(Collectors.joining("~"));
    }
}
