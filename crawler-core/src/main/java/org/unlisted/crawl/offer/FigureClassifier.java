package org.unlisted.crawl.offer;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says which part a number plays, by the first sign that is sure enough: of 500 in "$500" a sum, in "500 sets" a count,
 * in "500 mb" neither, in "500" alone whatever its neighbours make of it. Of one text; immutable.
 */
final class FigureClassifier {
    private static final Pattern LEFT = Pattern.compile("\\((?:còn|con|剩|还剩|余|存|осталось|ост\\.?|ещё|left|stock|in stock|kho|có)[: ]{0,2}$");
    private static final Pattern CLOSES = Pattern.compile(" ?\\)");
    private final MarkedText marked;
    private final String text;
    private final Measures measures;
    private final NamedSums sums;
    private final Quantities quantities;
    private final Discounts discounts;
    private final Optional<String> currency;

    FigureClassifier(MarkedText marked, String language, Measures measures) {
        this.marked = marked;
        this.text = marked.text();
        this.measures = measures;
        this.sums = new NamedSums(text, language);
        this.quantities = new Quantities(marked, language);
        this.discounts = new Discounts(marked);
        this.currency = MoneyWords.inferred(language);
    }

    /** The figure that a number is; the order of the questions decides where two signs disagree. */
    Figure classify(NumberForms.Reading n) {
        if (measures.isAnnounced(n)) return aside(n);
        Optional<Figure> signed = sums.behindSign(n);
        if (signed.isPresent()) return signed.get();
        if (measures.isFileSize(n)) return aside(n);
        Optional<Figure> said = quantities.beside(n).or(() -> sums.beforeWord(n)).or(() -> discounts.find(n));
        if (said.isPresent()) return said.get();
        if (measures.isMeasured(n)) return aside(n);
        return quantities.apart(n).or(() -> sums.scaled(n)).orElseGet(() -> byNeighbours(n));
    }

    private Figure byNeighbours(NumberForms.Reading n) {
        if (measures.beginsRange(n) || measures.endsRange(n)) return aside(n);
        Optional<Figure> field = quantities.ofField(n);
        if (field.isPresent()) return field.get();
        boolean priced = marked.hasBefore(n.start(), TermClass.PRICE_BEFORE) || marked.hasAfter(n.end(), TermClass.PRICE_AFTER);
        boolean tier = marked.hasBefore(n.start(), TermClass.TIER_BEFORE) || marked.hasAfter(n.end(), TermClass.TIER_AFTER);
        if (inBrackets(n)) return new Figure.Count(n.value(), Figure.Unit.PIECE, n.start(), n.end());
        if ((tier && !priced) || addsSum(n.end()) || marked.hasBefore(n.start(), TermClass.COUNT_BEFORE))
            return new Figure.Count(n.value(), Figure.Unit.PIECE, n.start(), n.end());
        if (priced && currency.isPresent())
            return new Figure.Money(n.value(), currency.get(), true, n.start(), n.end());
        return new Figure.Bare(n.value(), n.start(), n.end());
    }

    /** Behind a price, in brackets, with a word for "left": how many of them there are. */
    private boolean inBrackets(NumberForms.Reading n) {
        return marked.lookingAt(CLOSES, n.end()).isPresent() && LEFT.matcher(text).region(Math.max(0, n.start() - 12), n.start()).find();
    }

    /** From so many on, and then the price: "100+ $5". */
    private boolean addsSum(int end) {
        return text.startsWith("+ ", end) && end + 3 <= text.length() && MoneyWords.before(text, end + 3).isPresent();
    }

    private static Figure aside(NumberForms.Reading n) {
        return new Figure.Aside(n.start(), n.end());
    }
}
