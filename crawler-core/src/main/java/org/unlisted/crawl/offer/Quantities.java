package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers with what they count behind them or before: 500套, "18k stolen faces", "Customers: 41,300". A unit price says
 * one: 一套, 1 bộ. Of one text; immutable.
 */
final class Quantities {
    private static final BigDecimal LONE = BigDecimal.valueOf(1);
    private static final Pattern MORE = Pattern.compile("\\s?(?:\\+|多|余|来|几)(?=\\s?\\p{L})");
    private static final Pattern PICTURES = Pattern.compile("photo|pic|image|shot|crop|фото|снимк|кадр|ảnh|hình|照|图");
    // "6k employee badge pictures": the word before the goods is none of them.
    private static final Pattern PICTURES_OF = Pattern.compile("(?: (?!with|and|w/|plus|each|per|in|on|at|from|for|of)[a-z&'-]+){0,2} (?:photo|pic|picture|portrait|selfie|face|shot|image|headshot|mugshot)s(?![a-z])");
    private static final Pattern FACES = Pattern.compile("(?<!\\p{L})(?:faces|лиц[ао]?)(?!\\p{L})|人脸$");
    private static final Pattern TO_NOUN = Pattern.compile(" ?\\+? ?(?:[\\p{IsLatin}\\p{IsCyrillic}']+[ -]){0,2}|[\\p{IsHan}的]{0,4}| ");
    private static final Set<Integer> RESOLUTIONS = Set.of(1, 144, 240, 360, 480, 540, 576, 720, 900, 960, 1080, 1440, 2160);
    private static final int NEXT_WORD = 5; // UTF-16 units: "faces pics"
    private static final int NOUN_REACH = 24; // UTF-16 units
    private static final int LONGEST_WORD = 14; // UTF-16 units
    private static final Pattern DONG = Pattern.compile("dong ?(?:/|1 |mot |moi )");
    private static final EnumSet<TermClass> ASIDE_AFTER = EnumSet.of(TermClass.ASIDE_AFTER);
    private static final EnumSet<TermClass> PRICE_WORDS = EnumSet.of(TermClass.EACH_BEFORE, TermClass.EACH, TermClass.PRICE_AFTER);

    private final MarkedText marked;
    private final String text;
    private final String language;

    Quantities(MarkedText marked, String language) {
        this.language = language;
        this.marked = marked;
        this.text = marked.text();
    }

    /** 5000p: of pictures, where Chinese is written and it is no resolution. */
    private boolean countsPictures(NumberForms.Reading n) {
        boolean p = n.end() < text.length() && text.charAt(n.end()) == 'p';
        boolean ends = p && (n.end() + 1 == text.length() || !TextNormalizer.isLatin(text.charAt(n.end() + 1)));
        return ends && language.equals("zh") && !RESOLUTIONS.contains(n.value().intValue());
    }

    /** A number directly before a unit: 500套, 3000多张; a unit price where it says one, or a measure: 一套, 百张. */
    Optional<Figure> beside(NumberForms.Reading n) {
        int start = n.start();
        int end = marked.lookingAt(MORE, n.end()).map(Matcher::end).orElse(n.end());
        int from = marked.skipSpace(end);
        if (countsPictures(n)) return Optional.of(new Figure.Count(n.value(), Figure.Unit.IMAGE, start, n.end() + 1));
        Optional<MarkedText.UnitAt> found = marked.unitAt(from);
        if (found.isEmpty() || marked.insideTerm(from, found.get().end())) return Optional.empty();
        // 35人想要 are no people for sale.
        if (marked.markAt(from, ASIDE_AFTER).filter(m -> m.end() > found.get().end()).isPresent()) return Optional.of(new Figure.Aside(start, found.get().end()));
        MarkedText.UnitAt unit = found.get();
        if (text.charAt(from) == '个' && MoneyWords.after(text, n.end()).isPresent()) return Optional.empty(); // 0.05个比特币
        if (marked.lookingAt(DONG, from).isPresent()) return Optional.empty(); // money, and not lines
        BigDecimal value = n.asCount();
        // 百张 without a digit is a measure: sold by the hundred. So is 1-49 sets: the price is for one of so many.
        if (end - start == 1 && "百千万".indexOf(text.charAt(start)) >= 0)
            return Optional.of(new Figure.Each(unit.unit(), value, start, unit.end()));
        if (endsRange(start)) return Optional.of(new Figure.Each(unit.unit(), LONE, start, unit.end()));
        if (marked.hasAfter(unit.end(), TermClass.ASIDE_AFTER)) return Optional.of(new Figure.Aside(start, unit.end()));
        boolean named = unit.unit() == Figure.Unit.FACE || (unit.unit() == Figure.Unit.PERSON && text.charAt(unit.end() - 1) != 's');
        if (named && marked.lookingAt(PICTURES_OF, unit.end()).isPresent())
            return Optional.of(new Figure.Count(value, Figure.Unit.GOODS, start, unit.end()));
        return Optional.of(
                value.compareTo(BigDecimal.ONE) == 0
                        ? new Figure.Each(unit.unit(), LONE, start, unit.end())
                        : new Figure.Count(value, unit.unit(), start, unit.end()));
    }

    /** Whether one digit and a hyphen stand before the number: 49 of 1-49. */
    private boolean endsRange(int start) {
        return start > 1 && text.charAt(start - 1) == '-' && "123456789".indexOf(text.charAt(start - 2)) >= 0
                && (start == 2 || !Character.isDigit(text.charAt(start - 3)));
    }

    /** "18k stolen faces", "3000 verified KYC docs": up to two words between the number and what it counts. */
    Optional<Figure> apart(NumberForms.Reading n) {
        if (n.value().compareTo(BigDecimal.ONE) <= 0) return Optional.empty();
        return ofGoods(n).or(() -> ofUnit(n));
    }

    private Optional<Figure> ofGoods(NumberForms.Reading n) {
        Matcher gap = TO_NOUN.matcher(text).region(n.end(), text.length());
        for (Hit h : marked.hitsFrom(n.end())) {
            if (h.start() - n.end() > NOUN_REACH) break;
            if (h.role() != TermClass.Role.NOUN || text.charAt(h.start()) == '/') continue;
            if (marked.markBetween(n.end(), h.start(), PRICE_WORDS)) return Optional.empty(); // "25k a clip"
            if (gap.region(n.end(), h.start()).matches())
                return Optional.of(new Figure.Count(n.asCount(), countsFaces(text, h) ? Figure.Unit.FACE : Figure.Unit.GOODS, n.start(), h.end()));
        }
        return Optional.empty();
    }

    private Optional<Figure> ofUnit(NumberForms.Reading n) {
        if (n.end() >= text.length() || text.charAt(n.end()) != ' ') return Optional.empty();
        int at = n.end() + 1;
        for (int words = 0; words < 2; words++) {
            int space = text.indexOf(' ', at);
            if (space < 0 || space - at > LONGEST_WORD || space == at || !isWord(at, space)) return Optional.empty();
            if (marked.markAt(at, PRICE_WORDS).isPresent()) return Optional.empty();
            at = space + 1;
            Optional<MarkedText.UnitAt> unit = marked.unitAt(at);
            if (unit.isPresent() && unit.get().unit() != Figure.Unit.PIECE)
                return Optional.of(new Figure.Count(n.asCount(), unit.get().unit(), n.start(), unit.get().end()));
        }
        return Optional.empty();
    }

    private boolean isWord(int start, int end) {
        for (int i = start; i < end; i++)
            if (!Character.isLetter(text.charAt(i)) && text.charAt(i) != '-') return false;
        return true;
    }

    /** "2,000 leaked faces" counts people and pictures alike. */
    static boolean countsFaces(String text, Hit goods) {
        return FACES.matcher(text).region(goods.start(), goods.end()).find()
                && !PICTURES.matcher(text).region(goods.start(), Math.min(text.length(), goods.end() + NEXT_WORD)).find();
    }

    /** "Customers: 41,300": the value of a field that a unit names. */
    Optional<Figure> ofField(NumberForms.Reading n) {
        return marked.fieldBefore(n.start()).map(u -> new Figure.Count(n.asCount(), u, n.start(), n.end()));
    }
}
