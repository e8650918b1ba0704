package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the numbers of a text and tells quantities from prices from the rest. Of one text; not thread-safe. */
final class FigureReader {
    // Longer plain numbers are telephone, QQ and order numbers.
    private static final BigDecimal LARGEST = new BigDecimal(1_000_000_000);
    private static final BigDecimal LONE = BigDecimal.valueOf(1);
    // Prices are said for one, or for a round number: per 100 photos.
    private static final Set<BigDecimal> ROUND = Set.of(
            BigDecimal.TEN.stripTrailingZeros(),
            BigDecimal.valueOf(100).stripTrailingZeros(),
            BigDecimal.valueOf(1_000).stripTrailingZeros(),
            BigDecimal.valueOf(10_000).stripTrailingZeros());
    private static final Pattern DATE = Pattern.compile(
            "(?<!\\d)(?:19|20)\\d\\d[-./年]\\d{1,2}(?:[-./月]\\d{1,2}日?)?(?!\\d)|(?<![\\d.,])\\d{1,2}[./]\\d{1,2}[./](?:19|20)?\\d\\d(?!\\d)|(?<!\\d)\\d{1,2}月\\d{1,2}[日号]?"
                    + "|(?<![\\d.,])\\d{1,2}:\\d\\d(?!\\d)|24/7|7 ?[x*] ?24"
                    + "|(?<![\\d.,-])\\d{1,2} ?[-~至到] ?\\d{1,2} ?(?:岁|tuổi|tuoi|лет|years?|y\\.?o|px)"
                    + "|(?<!\\d)\\d{3,4} ?[x*] ?\\d{3,4}(?![\\d套张份])|(?<!\\d)(?:19|20)\\d\\d ?[-~/] ?(?:(?:19|20)\\d\\d|\\d\\d)(?![\\d套张份])");
    private static final Pattern RANGE = Pattern.compile("\\d{1,4} ?[-~] ?\\d{1,4}(?![\\d.,])");
    private static final Pattern MEASURE = Pattern.compile(
            "\\s?(?:个 ?g(?!\\p{IsLatin})|[gmtk]i?b(?!\\p{IsLatin})|гиг\\p{L}*|gig\\p{L}*|[гмткk]б(?!\\p{L})|g(?!\\p{IsLatin})|[ck]?m(?!\\p{IsLatin})|mm(?!\\p{IsLatin})|dpi|mp(?![\\p{IsLatin}0-9])|px|p(?!\\p{IsLatin})|寸|%|折|小时|分钟|秒|个?月|天|年|日|周|岁"
                    + "|点|楼|号|米床|公里|元素|mah|hours?|hrs?|h(?!\\p{IsLatin})|min(?:ute)?s?(?!\\p{IsLatin})|seconds?|days?|weeks?|months?|years?|yrs?|минут\\p{L}?|секунд\\p{L}?|час\\p{L}*|дн\\p{L}+|день|недел\\p{L}|месяц\\p{L}*|лет|год\\p{L}*"
                    + "|phút|giờ|ngày|tháng|năm(?! trăm)|tuổi|giây|lần|раз|times?|次|位?客服|台|门|路|countries|country|стран\\p{L}*|nước|тонн)");
    private static final Pattern MORE = Pattern.compile("\\s?(?:\\+|多|余|来|几)(?=\\s?\\p{L})");
    // 五六十 and 三四百 are some fifty and some three hundred.
    private static final Pattern VAGUE = Pattern.compile("[一二两三四五六七八九]{2}[十百千万]");
    private static final Pattern PICTURES = Pattern.compile("photo|pic|image|shot|crop|фото|снимк|кадр|ảnh|hình|照|图");
    private static final Pattern FACES = Pattern.compile("(?<!\\p{L})(?:faces|лиц[ао]?)(?!\\p{L})|人脸$");
    private static final Pattern SIZE = Pattern.compile("\\s?(?:个|gb|g)\\s?g(?!\\p{IsLatin})");
    private static final Pattern TO_NOUN = Pattern.compile("\\s?\\+?\\s?(?:[\\p{IsLatin}\\p{IsCyrillic}']+[\\s-]){0,2}|[\\p{IsHan}的]{0,4}| ");
    private static final Pattern WORD_OR_DIGIT = Pattern.compile("[\\p{IsLatin}\\p{IsCyrillic}\\d_@]");
    // "A hundred" is a quantity, "per hundred" a rate.
    private static final Set<String> WEAK = Set.of("一", "1", "a", "an", "one", "một", "mot", "整");
    private static final Pattern PERCENT_OFF = Pattern.compile("\\s?%\\s?(?:off|discount|скидк\\p{L})");
    private static final EnumSet<TermClass> UNITS =
            EnumSet.of(TermClass.UNIT_PERSON, TermClass.UNIT_IMAGE, TermClass.UNIT_FACE, TermClass.UNIT_PIECE);
    private static final EnumSet<TermClass> EACH = EnumSet.of(TermClass.EACH);
    private static final EnumSet<TermClass> EACH_BEFORE = EnumSet.of(TermClass.EACH_BEFORE);
    private static final EnumSet<TermClass> ASIDE_BEFORE = EnumSet.of(TermClass.ASIDE_BEFORE);
    private static final EnumSet<TermClass> ASIDE_AFTER = EnumSet.of(TermClass.ASIDE_AFTER);

    private final String text;
    private final String language;
    private final List<Hit> hits;
    private final Marks marks;
    private final BitSet terms;
    private final BitSet named;

    FigureReader(String text, String language, List<Hit> hits, Marks marks) {
        this.text = text;
        this.language = language;
        this.hits = hits;
        this.marks = marks;
        this.terms = new BitSet(text.length());
        this.named = new BitSet(text.length());
        for (Hit h : hits) {
            terms.set(h.start(), h.end());
            // A seller's phrase may hold a unit (per head); goods and contexts have theirs for themselves.
            if (h.role() != TermClass.Role.INTENT && h.role() != TermClass.Role.SEEK && h.role() != TermClass.Role.PACK) named.set(h.start(), h.end());
        }
    }

    /** The figures in order; numbers inside a term of the lexicon (四件套) are part of that term. */
    List<Figure> read() {
        List<Figure> figures = new ArrayList<>();
        BitSet taken = new BitSet(text.length());
        dates(figures, taken);
        for (int at : marks.starts()) eachAt(at).ifPresent(e -> add(figures, taken, e));
        for (int at = text.indexOf('/'); at >= 0; at = text.indexOf('/', at + 1))
            unitAfterSlash(at).ifPresent(e -> add(figures, taken, e));
        for (NumberForms.Reading n : NumberWords.in(text))
            if (!taken.get(n.start())) add(figures, taken, classify(n));
        Matcher number = NumberForms.in(text);
        for (int at = 0; number.find(at); ) {
            int start = number.start();
            boolean free = startsNumber(start) && !taken.get(start);
            if (free) add(figures, taken, classify(NumberForms.read(number, language)));
            at = free ? Math.max(number.end(), start + 1) : skipped(start, number.end(), taken);
        }
        figures.sort(Comparator.comparingInt(Figure::start));
        return List.copyOf(figures);
    }

    /** Dates, times of day, sizes of pictures, ages and other ranges that are measured. */
    private void dates(List<Figure> figures, BitSet taken) {
        Matcher date = DATE.matcher(text).useTransparentBounds(true);
        Matcher range = RANGE.matcher(text).useTransparentBounds(true);
        for (int at = 0; at < text.length(); at++) {
            boolean digits = isDigit(text.charAt(at)) && (at == 0 || !isDigit(text.charAt(at - 1)));
            if (!digits) continue;
            if (date.region(at, text.length()).lookingAt()) add(figures, taken, new Figure.Aside(at, date.end()));
            else if (range.region(at, text.length()).lookingAt() && lookingAt(MEASURE, range.end()).isPresent())
                add(figures, taken, new Figure.Aside(at, range.end()));
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Where to look on after a number that is none: behind the digits, or behind what was taken. */
    private int skipped(int start, int end, BitSet taken) {
        if (taken.get(start)) return Math.max(start + 1, Math.min(end, taken.nextClearBit(start)));
        if (TextNormalizer.isHan(text.charAt(start))) return start + 1;
        return end;
    }

    private static void add(List<Figure> figures, BitSet taken, Figure figure) {
        if (taken.get(figure.start()) || taken.get(figure.end() - 1)) return;
        taken.set(figure.start(), figure.end());
        figures.add(figure);
    }

    private boolean startsNumber(int at) {
        boolean digit = Character.isDigit(text.charAt(at));
        if (digit ? named.get(at) : terms.get(at)) return false;
        if (at == 0) return true;
        char before = text.charAt(at - 1);
        if (digit) {
            if ((before == 'x' || before == 'х') && (at == 1 || !Character.isLetter(text.charAt(at - 2)) || TextNormalizer.isHan(text.charAt(at - 2)))) return true;
            return !WORD_OR_DIGIT.matcher(String.valueOf(before)).matches() || currencyWordBefore(at);
        }
        // 几十 and 上万 are some tens and ten thousands, 第一 is no quantity.
        boolean scale = "十百千万亿".indexOf(text.charAt(at)) >= 0;
        if (VAGUE.matcher(text).region(at, text.length()).lookingAt() || NumberForms.digit(before) >= 0) return false;
        return before != '第' && !(scale && "几数好上".indexOf(before) >= 0);
    }

    /** usd300, rmb50. */
    private boolean currencyWordBefore(int at) {
        return MoneyWords.before(text, at).isPresent();
    }

    private Optional<Figure.Each> eachAt(int at) {
        Optional<Hit> alone = marks.at(at, EACH);
        if (alone.isPresent() && !named.get(at))
            return Optional.of(new Figure.Each(Figure.Unit.PIECE, LONE, at, alone.get().end()));
        Optional<Hit> before = marks.at(at, EACH_BEFORE);
        if (before.isEmpty() || named.get(at)) return Optional.empty();
        boolean weak = WEAK.contains(text.substring(at, before.get().end()));
        if (before.get().end() - at == 1 && at > 0 && NumberForms.digit(text.charAt(at - 1)) >= 0) return Optional.empty();
        return unitPriceAt(at, before.get().end(), !weak);
    }

    private Optional<Figure.Each> unitAfterSlash(int slash) {
        return named.get(slash) ? Optional.empty() : unitPriceAt(slash, slash + 1, true);
    }

    /** A unit, or a round number of them, from {@code from} on. */
    private Optional<Figure.Each> unitPriceAt(int start, int from, boolean numbered) {
        int at = skipSpace(from);
        Optional<UnitAt> unit = unitAt(at);
        if (unit.isPresent())
            return insideTerm(at, unit.get().end())
                    ? Optional.empty()
                    : Optional.of(new Figure.Each(unit.get().unit(), LONE, start, unit.get().end()));
        if (!numbered || at >= text.length()) return Optional.empty();
        Matcher number = NumberForms.in(text).region(at, text.length());
        if (!number.lookingAt()) return Optional.empty();
        NumberForms.Reading n = NumberForms.read(number, language);
        boolean round = ROUND.contains(n.value().stripTrailingZeros());
        if (!round || MoneyWords.after(text, n.end()).isPresent()) return Optional.empty();
        Optional<UnitAt> counted = unitAt(skipSpace(n.end()));
        if (counted.isPresent())
            return Optional.of(new Figure.Each(counted.get().unit(), n.value(), start, counted.get().end()));
        boolean ends = n.end() >= text.length() || !Character.isLetterOrDigit(text.charAt(n.end()));
        return ends ? Optional.of(new Figure.Each(Figure.Unit.GOODS, n.value(), start, n.end())) : Optional.empty();
    }

    private Figure classify(NumberForms.Reading n) {
        int start = n.start();
        if (marks.endingAt(gapBefore(start), ASIDE_BEFORE).isPresent()) return new Figure.Aside(start, n.end());
        Optional<MoneyWords.Found> sign = MoneyWords.before(text, start);
        if (sign.isPresent()) {
            int end = MoneyWords.after(text, n.end()).filter(f -> f.currency().equals(sign.get().currency()))
                    .map(MoneyWords.Found::end).orElse(n.end());
            return new Figure.Money(n.value(), sign.get().currency(), false, sign.get().start(), end);
        }
        int end = lookingAt(MORE, n.end()).map(Matcher::end).orElse(n.end());
        if (lookingAt(SIZE, n.end()).isPresent()) return new Figure.Aside(start, n.end());
        Optional<Figure> counted = counted(n.asCount(), start, end);
        if (counted.isPresent()) return counted.get();
        Optional<MoneyWords.Found> word = MoneyWords.after(text, n.end());
        if (word.isPresent()) {
            MoneyWords.Found w = word.get();
            String currency = language.equals("ru") && text.substring(w.start(), w.end()).strip().equals("r") ? "RUB" : w.currency();
            return new Figure.Money(
                    n.value().multiply(w.factor()).add(w.extra()), currency, false, start, w.end());
        }
        Optional<Figure> discount = discount(n);
        if (discount.isPresent()) return discount.get();
        if (lookingAt(MEASURE, n.end()).isPresent() || n.value().compareTo(LARGEST) >= 0
                || marks.at(skipSpace(n.end()), ASIDE_AFTER).isPresent()) return new Figure.Aside(start, n.end());
        Optional<Figure> far = countedFar(n);
        if (far.isPresent()) return far.get();
        // In Vietnamese a bare k or tr, nothing counted after it, is thousands or millions of dong.
        if (language.equals("vi") && !n.scale().isEmpty())
            return new Figure.Money(n.value(), "VND", n.scale().startsWith("k"), start, n.end());
        return byNeighbours(n);
    }

    private Optional<Figure> discount(NumberForms.Reading n) {
        int end = n.end();
        if (end < text.length() && text.charAt(end) == '折') {
            BigDecimal tenths = n.value().compareTo(BigDecimal.TEN) > 0 ? n.value().movePointLeft(1) : n.value();
            return Optional.of(new Figure.Discount(tenths.movePointLeft(1), n.start(), end + 1));
        }
        boolean off = lookingAt(PERCENT_OFF, end).isPresent()
                || (end < text.length() && text.charAt(end) == '%'
                        && marks.endingAt(gapBefore(n.start()), EnumSet.of(TermClass.DISCOUNT_BEFORE)).isPresent());
        if (!off || n.value().compareTo(BigDecimal.valueOf(100)) >= 0) return Optional.empty();
        return Optional.of(new Figure.Discount(
                BigDecimal.ONE.subtract(n.value().movePointLeft(2)), n.start(), end + 1));
    }

    /** A number directly before a unit. A unit price says one: 一套, 1 bộ. */
    private Optional<Figure> counted(BigDecimal value, int start, int end) {
        int from = skipSpace(end);
        Optional<UnitAt> found = unitAt(from);
        if (found.isEmpty() || insideTerm(from, found.get().end())) return Optional.empty();
        UnitAt unit = found.get();
        // 百张 without a digit is a measure: sold by the hundred. So is 1-49 sets: the price is for one of so many.
        if (end - start == 1 && "百千万".indexOf(text.charAt(start)) >= 0)
            return Optional.of(new Figure.Each(unit.unit(), value, start, unit.end()));
        if (start > 1 && text.charAt(start - 1) == '-' && "123456789".indexOf(text.charAt(start - 2)) >= 0
                && (start == 2 || !Character.isDigit(text.charAt(start - 3))))
            return Optional.of(new Figure.Each(unit.unit(), LONE, start, unit.end()));
        if (marks.at(skipSpace(unit.end()), ASIDE_AFTER).isPresent()) return Optional.of(new Figure.Aside(start, unit.end()));
        return Optional.of(
                value.compareTo(BigDecimal.ONE) == 0
                        ? new Figure.Each(unit.unit(), LONE, start, unit.end())
                        : new Figure.Count(value, unit.unit(), start, unit.end()));
    }

    /** 人 of 人脸 is no unit. */
    private boolean insideTerm(int from, int end) {
        int i = firstHitFrom(from);
        if (i >= hits.size()) return false;
        Hit h = hits.get(i);
        return h.role() != TermClass.Role.VIEW && h.start() == from && h.end() > end;
    }

    /** Index of the first term that begins at or after a place. */
    private int firstHitFrom(int place) {
        int low = 0;
        int high = hits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hits.get(middle).start() < place) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /** "18k stolen faces", "3000 verified KYC docs": up to two words between the number and what it counts. */
    private Optional<Figure> countedFar(NumberForms.Reading n) {
        if (n.value().compareTo(BigDecimal.ONE) <= 0) return Optional.empty();
        Matcher gap = TO_NOUN.matcher(text).region(n.end(), text.length());
        for (int i = firstHitFrom(n.end()); i < hits.size(); i++) {
            Hit h = hits.get(i);
            if (h.start() - n.end() > 24) break;
            if (h.role() != TermClass.Role.NOUN) continue;
            if (gap.region(n.end(), h.start()).matches())
                return Optional.of(new Figure.Count(n.asCount(), countsFaces(h) ? Figure.Unit.FACE : Figure.Unit.GOODS, n.start(), h.end()));
        }
        if (n.end() >= text.length() || text.charAt(n.end()) != ' ') return Optional.empty();
        int at = n.end() + 1;
        for (int words = 0; words < 2; words++) {
            int space = text.indexOf(' ', at);
            if (space < 0 || space - at > 14 || space == at) return Optional.empty();
            for (int i = at; i < space; i++)
                if (!Character.isLetter(text.charAt(i)) && text.charAt(i) != '-') return Optional.empty();
            if (marks.at(at, EnumSet.of(TermClass.EACH_BEFORE, TermClass.EACH, TermClass.PRICE_AFTER)).isPresent())
                return Optional.empty();
            at = space + 1;
            Optional<UnitAt> unit = unitAt(at);
            if (unit.isPresent() && unit.get().unit() != Figure.Unit.PIECE)
                return Optional.of(new Figure.Count(n.asCount(), unit.get().unit(), n.start(), unit.get().end()));
        }
        return Optional.empty();
    }

    /** "2,000 leaked faces" counts people and pictures alike. */
    private boolean countsFaces(Hit goods) {
        return FACES.matcher(text).region(goods.start(), goods.end()).find()
                && !PICTURES.matcher(text).region(goods.start(), goods.end()).find();
    }

    private Figure byNeighbours(NumberForms.Reading n) {
        Optional<String> currency = MoneyWords.inferred(language);
        boolean priced = endsWith(n.start(), TermClass.PRICE_BEFORE) || startsWith(n.end(), TermClass.PRICE_AFTER);
        boolean tier = endsWith(n.start(), TermClass.TIER_BEFORE) || startsWith(n.end(), TermClass.TIER_AFTER);
        Optional<Hit> field = fieldBefore(n.start());
        if (field.isPresent())
            return new Figure.Count(n.asCount(), unitOf(field.get()), n.start(), n.end());
        boolean andMore = text.startsWith("+ ", n.end()) && n.end() + 3 <= text.length() && MoneyWords.before(text, n.end() + 3).isPresent();
        if ((tier && !priced) || andMore || endsWith(n.start(), TermClass.COUNT_BEFORE))
            return new Figure.Count(n.value(), Figure.Unit.PIECE, n.start(), n.end());
        if (priced && currency.isPresent())
            return new Figure.Money(n.value(), currency.get(), true, n.start(), n.end());
        return new Figure.Bare(n.value(), n.start(), n.end());
    }

    /** "Customers: 41,300": a unit as the name of a field. */
    private Optional<Hit> fieldBefore(int start) {
        int at = gapBefore(start);
        return text.substring(at, start).indexOf(':') < 0 ? Optional.empty() : marks.endingAt(at, UNITS);
    }

    private static Figure.Unit unitOf(Hit mark) {
        return switch (mark.termClass()) {
            case UNIT_PERSON -> Figure.Unit.PERSON;
            case UNIT_IMAGE -> Figure.Unit.IMAGE;
            case UNIT_FACE -> Figure.Unit.FACE;
            default -> Figure.Unit.PIECE;
        };
    }

    /** Whether a mark of the class stands right before {@code index}. */
    private boolean endsWith(int index, TermClass mark) {
        return marks.endingAt(gapBefore(index), EnumSet.of(mark)).isPresent();
    }

    /** Whether a mark of the class stands right after {@code index}. */
    private boolean startsWith(int index, TermClass mark) {
        return marks.at(skipSpace(index), EnumSet.of(mark)).isPresent();
    }

    private int gapBefore(int index) {
        int at = index;
        while (at > 0 && index - at < 4 && " :=~-≈(>".indexOf(text.charAt(at - 1)) >= 0) at--;
        return at;
    }

    private Optional<UnitAt> unitAt(int at) {
        return marks.at(at, UNITS).map(m -> new UnitAt(unitOf(m), m.end()));
    }

    private int skipSpace(int at) {
        return at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    }

    private Optional<Matcher> lookingAt(Pattern pattern, int at) {
        Matcher m = pattern.matcher(text).region(at, text.length());
        return m.useTransparentBounds(true).lookingAt() ? Optional.of(m) : Optional.empty();
    }

    private record UnitAt(Figure.Unit unit, int end) {}
}
