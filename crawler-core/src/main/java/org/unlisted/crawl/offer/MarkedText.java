package org.unlisted.crawl.offer;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A normalised text with the lexicon's findings in it, and what stands at a place of it or beside one: in 500 套 a unit
 * begins at index 4; the 人 of 人脸 is none. Immutable.
 */
final class MarkedText {
    private static final EnumSet<TermClass> UNITS =
            EnumSet.of(TermClass.UNIT_PERSON, TermClass.UNIT_IMAGE, TermClass.UNIT_FACE, TermClass.UNIT_PIECE);

    private static final Map<TermClass, EnumSet<TermClass>> ALONE = alone();

    private final String text;
    private final List<Hit> hits;
    private final Marks marks;
    private final BitSet terms;
    private final BitSet named;

    /** @param hits in order of their places */
    MarkedText(String text, List<Hit> hits, Marks marks) {
        this.text = text;
        this.hits = List.copyOf(hits);
        this.marks = marks;
        this.terms = new BitSet(text.length());
        this.named = new BitSet(text.length());
        for (Hit h : hits) {
            terms.set(h.start(), h.end());
            // A seller's phrase may hold a unit (per head); goods and contexts have theirs for themselves.
            if (h.role() != TermClass.Role.INTENT && h.role() != TermClass.Role.SEEK && h.role() != TermClass.Role.PACK) named.set(h.start(), h.end());
        }
    }

    /** The words alone. */
    String text() {
        return text;
    }

    /** Whether a term of the lexicon covers the place: 四 of 四件套. */
    boolean isTerm(int at) {
        return terms.get(at);
    }

    /** As {@link #isTerm}, of goods and contexts alone: not of "per head" in a seller's phrase. */
    boolean isNamed(int at) {
        return named.get(at);
    }

    /** Whether a term of the lexicon begins at the place. */
    boolean beginsTerm(int at) {
        List<Hit> next = hitsFrom(at);
        return !next.isEmpty() && next.getFirst().start() == at;
    }

    /** The terms that begin at or after a place, in order. */
    List<Hit> hitsFrom(int place) {
        int low = 0;
        int high = hits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hits.get(middle).start() < place) low = middle + 1;
            else high = middle;
        }
        return hits.subList(low, hits.size());
    }

    /** Whether a longer term begins at a place than the word that ends at {@code end}: 人 of 人脸 is no unit. */
    boolean insideTerm(int from, int end) {
        List<Hit> next = hitsFrom(from);
        if (next.isEmpty()) return false;
        Hit h = next.getFirst();
        return h.role() != TermClass.Role.VIEW && h.start() == from && h.end() > end;
    }

    /** Where units and signs of price and quantity begin, in order. */
    List<Integer> markStarts() {
        return marks.starts();
    }

    /** The longest mark of one of the classes that begins at the place. */
    Optional<Hit> markAt(int at, EnumSet<TermClass> classes) {
        return marks.at(at, classes);
    }

    /** Whether a mark of one of the classes stands between two places. */
    boolean markBetween(int from, int to, EnumSet<TermClass> classes) {
        return marks.between(from, to, classes);
    }

    /** Whether a mark of the class stands right before the place: "price: " before 50. */
    boolean hasBefore(int place, TermClass mark) {
        return marks.endingAt(gapBefore(place), ALONE.getOrDefault(mark, UNITS)).isPresent();
    }

    /** Whether a mark of the class stands right after the place: 起 after 100套. */
    boolean hasAfter(int place, TermClass mark) {
        return marks.at(skipSpace(place), ALONE.getOrDefault(mark, UNITS)).isPresent();
    }

    /** A unit that begins at the place: 张, sets, người. */
    Optional<UnitAt> unitAt(int at) {
        // The last character of 每份人民币四元 belongs to the money.
        return marks.at(at, UNITS).map(m -> new UnitAt(unitOf(m), text.startsWith("民币", m.end()) && m.end() - at > 1 ? m.end() - 1 : m.end()));
    }

    /** A unit as the name of a field whose value begins at the place: "Customers: 41,300". */
    Optional<Figure.Unit> fieldBefore(int place) {
        int at = gapBefore(place);
        return text.substring(at, place).indexOf(':') < 0 ? Optional.empty() : marks.endingAt(at, UNITS).map(MarkedText::unitOf);
    }

    /** The place behind a space, if one stands there. */
    int skipSpace(int at) {
        return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    }

    /** Looks for a pattern that begins at the place; it may look back at what is left of it. */
    Optional<Matcher> lookingAt(Pattern pattern, int at) {
        Matcher m = pattern.matcher(text).region(at, text.length());
        return m.useTransparentBounds(true).lookingAt() ? Optional.of(m) : Optional.empty();
    }

    /** Where the gap before a number begins: behind "price" of "price: 50". */
    private int gapBefore(int place) {
        int at = place;
        while (at > 0 && place - at < 4 && " :=~-≈(>".indexOf(text.charAt(at - 1)) >= 0) at--;
        return at;
    }

    private static Map<TermClass, EnumSet<TermClass>> alone() {
        Map<TermClass, EnumSet<TermClass>> sets = new EnumMap<>(TermClass.class);
        for (TermClass c : TermClass.values()) sets.put(c, EnumSet.of(c));
        return sets;
    }

    private static Figure.Unit unitOf(Hit mark) {
        return switch (mark.termClass()) {
            case UNIT_PERSON -> Figure.Unit.PERSON;
            case UNIT_IMAGE -> Figure.Unit.IMAGE;
            case UNIT_FACE -> Figure.Unit.FACE;
            default -> Figure.Unit.PIECE;
        };
    }

    /** A unit and where its word ends. */
    record UnitAt(Figure.Unit unit, int end) {}
}
