package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** What a price is for where the text says so: "per set", "each", /张, "per 1,000 photos". Of one text; immutable. */
final class UnitPrices {
    private static final BigDecimal LONE = BigDecimal.valueOf(1);
    // Prices are said for one, or for a round number: per 100 photos.
    private static final Set<BigDecimal> ROUND = Set.of(
            BigDecimal.TEN.stripTrailingZeros(),
            BigDecimal.valueOf(100).stripTrailingZeros(),
            BigDecimal.valueOf(1_000).stripTrailingZeros(),
            BigDecimal.valueOf(10_000).stripTrailingZeros());
    // "A hundred" is a quantity, "per hundred" a rate.
    private static final Set<String> WEAK = Set.of("一", "1", "a", "an", "one", "một", "mot", "整");
    private static final EnumSet<TermClass> EACH = EnumSet.of(TermClass.EACH);
    private static final EnumSet<TermClass> EACH_BEFORE = EnumSet.of(TermClass.EACH_BEFORE);

    private final MarkedText marked;
    private final String text;
    private final String language;
    private final List<NumberForms.Reading> words;

    /** @param words numbers that are written out: "per hundred photos" */
    UnitPrices(MarkedText marked, String language, List<NumberForms.Reading> words) {
        this.words = List.copyOf(words);
        this.marked = marked;
        this.text = marked.text();
        this.language = language;
    }

    /** First those that a word begins (per, 每), then those behind a slash; the two may overlap. */
    List<Figure.Each> units() {
        List<Figure.Each> units = new ArrayList<>();
        for (int at : marked.markStarts()) afterWord(at).ifPresent(units::add);
        for (int at = text.indexOf('/'); at >= 0; at = text.indexOf('/', at + 1)) afterSlash(at).ifPresent(units::add);
        return units;
    }

    private Optional<Figure.Each> afterWord(int at) {
        Optional<Hit> alone = marked.markAt(at, EACH);
        if (alone.isPresent() && (!marked.isNamed(at) || behindSum(at)))
            return Optional.of(new Figure.Each(Figure.Unit.PIECE, LONE, at, alone.get().end()));
        Optional<Hit> before = marked.markAt(at, EACH_BEFORE);
        if (before.isEmpty() || marked.isNamed(at)) return Optional.empty();
        int end = before.get().end();
        if (end - at == 1 && at > 0 && NumberForms.isNumeral(text.charAt(at - 1))) return Optional.empty();
        if (text.charAt(at) == 'a' && end < text.length() && text.charAt(end) != ' ') return Optional.empty(); // A款
        boolean weak = WEAK.contains(text.substring(at, end));
        return unitFrom(end, at, !weak);
    }

    /** "$6 pp": no passports. */
    private boolean behindSum(int at) {
        int before = at > 0 && text.charAt(at - 1) == ' ' ? at - 2 : at - 1;
        return before >= 0 && (Character.isDigit(text.charAt(before)) || "$€£₽".indexOf(text.charAt(before)) >= 0);
    }

    private Optional<Figure.Each> afterSlash(int slash) {
        return marked.isNamed(slash) && !marked.beginsTerm(slash) ? Optional.empty() : unitFrom(slash + 1, slash, true);
    }

    /**
     * A unit, or a round number of them, from {@code from} on.
     *
     * @param start    of the word or slash before it, with which the figure begins
     * @param numbered whether a number may stand there: "per 100 photos"
     */
    private Optional<Figure.Each> unitFrom(int from, int start, boolean numbered) {
        int at = marked.skipSpace(from);
        Optional<MarkedText.UnitAt> unit = marked.unitAt(at);
        if (unit.isPresent())
            return marked.insideTerm(at, unit.get().end())
                    ? Optional.empty()
                    : Optional.of(new Figure.Each(unit.get().unit(), LONE, start, unit.get().end()));
        return numbered && at < text.length() ? roundNumber(at, start) : Optional.empty();
    }

    /** 100 photos; 1,000 with nothing behind it, of the goods themselves; not 100 dollars. */
    private Optional<Figure.Each> roundNumber(int at, int start) {
        Matcher number = NumberForms.in(text).region(at, text.length());
        Optional<NumberForms.Reading> said = number.lookingAt()
                ? Optional.of(NumberForms.read(number, language))
                : words.stream().filter(w -> w.start() == at).findFirst();
        if (said.isEmpty()) return Optional.empty();
        NumberForms.Reading n = said.get();
        boolean round = ROUND.contains(n.value().stripTrailingZeros());
        if (!round || MoneyWords.after(text, n.end()).isPresent()) return Optional.empty();
        Optional<MarkedText.UnitAt> counted = marked.unitAt(marked.skipSpace(n.end()));
        if (counted.isPresent())
            return Optional.of(new Figure.Each(counted.get().unit(), n.value(), start, counted.get().end()));
        boolean ends = n.end() >= text.length() || !Character.isLetterOrDigit(text.charAt(n.end()));
        return ends ? Optional.of(new Figure.Each(Figure.Unit.GOODS, n.value(), start, n.end())) : Optional.empty();
    }
}
