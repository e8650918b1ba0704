package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the numbers of a text and tells quantities from prices from the rest. Immutable. */
final class FigureReader {
    // Longer plain numbers are telephone, QQ and order numbers.
    private static final BigDecimal LARGEST = new BigDecimal(1_000_000_000);
    private static final Pattern MEASURE = Pattern.compile(
            "\\s?(?:[gmtk]b(?![a-z])|[gм]?г?б(?!\\p{L})|g(?![a-z])|[ck]?m(?![a-z])|mm(?![a-z])|px|寸|%|折|天|小时|分钟|年|月|日|岁"
                    + "|点|楼|号|米床|公里|mah|hours?|hrs?|min(?:ute)?s?(?![a-z])|days?|years?|минут|час|лет|phút|giờ|ngày"
                    + "|tuổi)");
    private static final Pattern MORE = Pattern.compile("\\s?(?:\\+|多|余|来)");
    // "18k stolen faces", "3000 verified KYC docs": up to two words between the number and what it counts.
    private static final Pattern TO_NOUN = Pattern.compile("\\s?\\+?\\s?(?:[\\p{L}']+\\s){0,2}|\\p{IsHan}{0,3}");
    private static final Pattern WORD_OR_DIGIT = Pattern.compile("[\\p{IsLatin}\\p{IsCyrillic}\\d_]");

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private final Lexicon lexicon;
    private final Map<Figure.Unit, Pattern> units;
    private final Pattern each;
    private final Map<TermClass, Pattern> endings = new EnumMap<>(TermClass.class);

    FigureReader(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.units = Map.of(
                Figure.Unit.PERSON, lexicon.marks(TermClass.UNIT_PERSON),
                Figure.Unit.IMAGE, lexicon.marks(TermClass.UNIT_IMAGE),
                Figure.Unit.FACE, lexicon.marks(TermClass.UNIT_FACE),
                Figure.Unit.PIECE, lexicon.marks(TermClass.UNIT_PIECE));
        for (TermClass mark : List.of(TermClass.PRICE_BEFORE, TermClass.COUNT_BEFORE, TermClass.TIER_BEFORE))
            endings.put(mark, Pattern.compile("(?:" + lexicon.marks(mark) + ")[\\s:=]{0,3}$"));
        this.each = Pattern.compile("(?:/|" + lexicon.marks(TermClass.EACH_BEFORE) + ")\\s?");
    }

    /** The figures of a normalised text in order; numbers inside a term of the lexicon (四件套) are part of that term. */
    List<Figure> read(String text, String language, List<Hit> hits) {
        List<Figure> figures = new ArrayList<>();
        Matcher number = NumberForms.in(text);
        BitSet terms = new BitSet(text.length());
        hits.forEach(h -> terms.set(h.start(), h.end()));
        for (int at = 0; at < text.length(); ) {
            Optional<Figure> found = eachAt(text, at);
            if (found.isEmpty() && startsNumber(text, at, terms) && number.region(at, text.length()).lookingAt())
                found = Optional.of(classify(text, NumberForms.read(number, language), language, hits));
            if (found.isPresent()) {
                figures.add(found.get());
                at = Math.max(at + 1, found.get().end());
            } else at++;
        }
        return List.copyOf(figures);
    }

    private static boolean startsNumber(String text, int at, BitSet terms) {
        if (at > 0 && Character.isDigit(text.charAt(at)) && WORD_OR_DIGIT.matcher(text.substring(at - 1, at)).matches())
            return text.charAt(at - 1) == 'x' && (at == 1 || !Character.isLetter(text.charAt(at - 2)));
        // 几十 and 数百 are some tens and hundreds, not ten and a hundred.
        boolean vague = at > 0 && "几数第".indexOf(text.charAt(at - 1)) >= 0 && TextNormalizer.isHan(text.charAt(at));
        return !vague && !terms.get(at);
    }

    private Optional<Figure> eachAt(String text, int at) {
        Optional<Matcher> alone = lookingAt(lexicon.marks(TermClass.EACH), text, at);
        if (alone.isPresent()) return Optional.of(new Figure.Each(Figure.Unit.PIECE, at, alone.get().end()));
        return lookingAt(each, text, at).flatMap(m -> unitAt(text, m.end()))
                .map(u -> new Figure.Each(u.unit(), at, u.end()));
    }

    private Figure classify(String text, NumberForms.Reading n, String language, List<Hit> hits) {
        int start = n.start();
        Optional<MoneyWords.Found> sign = MoneyWords.before(text, start);
        if (sign.isPresent())
            return new Figure.Money(n.value(), sign.get().currency(), false, sign.get().start(), n.end());
        int end = lookingAt(MORE, text, n.end()).map(Matcher::end).orElse(n.end());
        Optional<Figure> counted = counted(text, n.value(), start, end, hits);
        if (counted.isPresent()) return counted.get();
        Optional<MoneyWords.Found> word = MoneyWords.after(text, n.end());
        if (word.isPresent()) {
            MoneyWords.Found w = word.get();
            return new Figure.Money(
                    n.value().multiply(w.factor()).add(w.extra()), w.currency(), false, start, w.end());
        }
        if (lookingAt(MEASURE, text, n.end()).isPresent() || n.value().compareTo(LARGEST) >= 0)
            return new Figure.Aside(start, n.end());
        // In Vietnamese a bare k or tr, nothing counted after it, is thousands or millions of dong.
        if (language.equals("vi") && !n.scale().isEmpty())
            return new Figure.Money(n.value(), "VND", n.scale().startsWith("k"), start, n.end());
        return byNeighbours(text, n, language, hits);
    }

    /** A number directly before a unit. A unit price says one: 一套, 1 bộ. */
    private Optional<Figure> counted(String text, BigDecimal value, int start, int end, List<Hit> hits) {
        Optional<UnitAt> found = unitAt(text, end);
        if (found.isEmpty()) return Optional.empty();
        UnitAt unit = found.get();
        int from = text.charAt(end) == ' ' ? end + 1 : end;
        if (hits.stream().anyMatch(h -> h.role() != TermClass.Role.VIEW && h.start() == from && h.end() > unit.end()))
            return Optional.empty(); // 人 of 人脸 is no unit
        return Optional.of(
                value.compareTo(BigDecimal.ONE) == 0
                        ? new Figure.Each(unit.unit(), start, unit.end())
                        : new Figure.Count(value, unit.unit(), start, unit.end()));
    }

    private Figure byNeighbours(String text, NumberForms.Reading n, String language, List<Hit> hits) {
        OptionalInt noun = nounAfter(text, n.end(), hits);
        if (noun.isPresent() && n.value().compareTo(BigDecimal.ONE) > 0)
            return new Figure.Count(n.value(), Figure.Unit.GOODS, n.start(), noun.getAsInt());
        Optional<String> currency = MoneyWords.inferred(language);
        boolean priced = endsWith(TermClass.PRICE_BEFORE, text, n.start())
                || lookingAt(lexicon.marks(TermClass.PRICE_AFTER), text, skipSpace(text, n.end())).isPresent();
        if (priced && currency.isPresent())
            return new Figure.Money(n.value(), currency.get(), true, n.start(), n.end());
        if (endsWith(TermClass.COUNT_BEFORE, text, n.start()))
            return new Figure.Count(n.value(), Figure.Unit.PIECE, n.start(), n.end());
        return new Figure.Bare(n.value(), n.start(), n.end());
    }

    private static OptionalInt nounAfter(String text, int end, List<Hit> hits) {
        return hits.stream()
                .filter(h -> h.role() == TermClass.Role.NOUN && h.start() >= end && h.start() - end <= 24)
                .filter(h -> TO_NOUN.matcher(text.substring(end, h.start())).matches())
                .mapToInt(Hit::end)
                .findFirst();
    }

    /** Whether a mark of the class stands right before {@code index}. */
    boolean endsWith(TermClass mark, String text, int index) {
        int from = Math.max(0, index - 24);
        Matcher m = endings.getOrDefault(mark, NOTHING).matcher(text).region(from, index);
        return m.useTransparentBounds(true).find();
    }

    /** Whether a mark of the class stands right after {@code index}. */
    boolean startsWith(TermClass mark, String text, int index) {
        return lookingAt(lexicon.marks(mark), text, skipSpace(text, index)).isPresent();
    }

    private Optional<UnitAt> unitAt(String text, int at) {
        int from = skipSpace(text, at);
        Optional<UnitAt> best = Optional.empty();
        for (Map.Entry<Figure.Unit, Pattern> e : units.entrySet()) {
            Optional<UnitAt> one = lookingAt(e.getValue(), text, from).map(m -> new UnitAt(e.getKey(), m.end()));
            if (one.isPresent() && (best.isEmpty() || one.get().end() > best.get().end())) best = one;
        }
        return best;
    }

    private static int skipSpace(String text, int at) {
        return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    }

    private static Optional<Matcher> lookingAt(Pattern pattern, String text, int at) {
        Matcher m = pattern.matcher(text).region(at, text.length());
        return m.useTransparentBounds(true).lookingAt() ? Optional.of(m) : Optional.empty();
    }

    private record UnitAt(Figure.Unit unit, int end) {}
}
