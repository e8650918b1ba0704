package org.unlisted.crawl.offer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the numbers of a text, each once: what {@link Measures} and {@link UnitPrices} claim, then sums and numbers in
 * words, then digits, told apart by {@link FigureClassifier}. "5000套 每套2元" is a count, a unit and a sum. Of one text;
 * not thread-safe.
 */
final class FigureReader {
    // 五六十 and 三四百 are some fifty and some three hundred.
    private static final Pattern VAGUE = Pattern.compile("[一二两三四五六七八九]{2}[十百千万]");
    private static final Pattern WORD_OR_DIGIT = Pattern.compile("[\\p{IsLatin}\\p{IsCyrillic}\\d_@]");

    private final String text;
    private final String language;
    private final MarkedText marked;
    private final Measures measures;
    private final UnitPrices unitPrices;
    private final FigureClassifier classifier;
    private final List<NumberForms.Reading> words;

    FigureReader(String text, String language, List<Hit> hits, Marks marks) {
        this.text = text;
        this.language = language;
        this.marked = new MarkedText(text, hits, marks);
        this.measures = new Measures(marked);
        this.words = NumberWords.in(text, at -> marked.unitAt(at).map(MarkedText.UnitAt::unit));
        this.unitPrices = new UnitPrices(marked, language, words);
        this.classifier = new FigureClassifier(marked, language, measures);
    }

    /** The figures in order; numbers inside a term of the lexicon (四件套) are part of that term. */
    List<Figure> read() {
        List<Figure> figures = new ArrayList<>();
        BitSet taken = new BitSet(text.length());
        for (Figure range : measures.ranges()) add(figures, taken, range);
        for (Figure unit : unitPrices.units()) add(figures, taken, unit);
        for (Figure sum : SlangSums.in(text)) add(figures, taken, sum);
        for (NumberForms.Reading n : words)
            if (!taken.get(n.start())) add(figures, taken, classifier.classify(n));
        Matcher number = NumberForms.in(text).useTransparentBounds(true).useAnchoringBounds(false);
        for (int at = 0; at < text.length(); ) {
            int start = at;
            if (!NumberForms.isNumeral(text.charAt(at)) || !number.region(at, text.length()).lookingAt()) {
                at++;
                continue;
            }
            boolean free = startsNumber(start) && !taken.get(start);
            if (free) add(figures, taken, classifier.classify(NumberForms.read(number, language)));
            at = free ? Math.max(number.end(), start + 1) : skipped(start, number.end(), taken);
        }
        figures.sort(Comparator.comparingInt(Figure::start));
        return List.copyOf(figures);
    }

    private static void add(List<Figure> figures, BitSet taken, Figure figure) {
        int next = taken.nextSetBit(figure.start());
        if (next >= 0 && next < figure.end()) return;
        taken.set(figure.start(), figure.end());
        figures.add(figure);
    }

    /** Where to look on after a number that is none: behind the digits, or behind what was taken. */
    private int skipped(int start, int end, BitSet taken) {
        if (taken.get(start)) return Math.max(start + 1, Math.min(end, taken.nextClearBit(start)));
        if (TextNormalizer.isHan(text.charAt(start))) return start + 1;
        return end;
    }

    private boolean startsNumber(int at) {
        boolean digit = Character.isDigit(text.charAt(at));
        if (digit ? marked.isNamed(at) : marked.isTerm(at)) return false;
        return digit ? at == 0 || startsDigits(at) : startsNumeral(at);
    }

    /** x500, usd300 and rmb50 are numbers, a digit inside a word is none. */
    private boolean startsDigits(int at) {
        char before = text.charAt(at - 1);
        if ((before == 'x' || before == 'х') && (at == 1 || !Character.isLetter(text.charAt(at - 2)) || TextNormalizer.isHan(text.charAt(at - 2)))) return true;
        return !WORD_OR_DIGIT.matcher(String.valueOf(before)).matches() || MoneyWords.before(text, at).isPresent();
    }

    /** 几十 and 上万 are some tens and ten thousands, 第一 is no quantity. */
    private boolean startsNumeral(int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        boolean scale = "十百千万亿".indexOf(text.charAt(at)) >= 0;
        if (VAGUE.matcher(text).region(at, text.length()).lookingAt() || NumberForms.digit(before) >= 0) return false;
        // 大陆 is a country, 伍 a name: a formal numeral alone counts something.
        if ("壹贰叁肆伍陆柒捌玖拾佰仟".indexOf(text.charAt(at)) >= 0 && !(at + 1 < text.length() && (NumberForms.isNumeral(text.charAt(at + 1)) || marked.unitAt(at + 1).isPresent() || "元块毛角".indexOf(text.charAt(at + 1)) >= 0))) return false;
        return before != '第' && !(scale && "几数好上".indexOf(before) >= 0);
    }
}
