package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Units that no lexicon knows: "610 cabbies … 30 rub a cabby". Whatever is counted in one place and named again right
 * behind a sum is what the sum buys one of; and where nothing else is counted, a number before an unknown word counts
 * people, since words for pictures are few and known.
 */
final class Echoes {
    private static final Pattern WORD = Pattern.compile("[ -]?((?:[\\p{IsLatin}\\p{IsCyrillic}]|\\p{M})+)");
    private static final Pattern BEHIND_SUM = Pattern.compile(
            " ?[/-]? ?(?:per |a |an |one |for one |for a |each |за одного |за одну |за один |за |с |на |cho |mỗi |moi |một |mot |1 ?)?((?:[\\p{IsLatin}\\p{IsCyrillic}]|\\p{M})+)");
    private static final Pattern BEFORE_SUM = Pattern.compile(
            "(?:per |one |each |mỗi |moi |một |mot |каждый |один |одна |за )((?:[\\p{IsLatin}\\p{IsCyrillic}]|\\p{M})+) ?[:=-]? ?(?:is |are |cost |costs |по )?$");
    private static final BigDecimal FEWEST = BigDecimal.TEN;
    private static final BigDecimal STOCK = BigDecimal.valueOf(20);
    private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1990);
    private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2035);
    private static final int STEM = 4; // letters; endings differ
    private static final int REACH = 24;
    private static final int FAR = 600; // characters: what stands farther off is another offer
    // Behind a bare number these are no people.
    private static final Set<String> NO_UNIT = Set.of(
            "and", "or", "of", "to", "the", "is", "in", "at", "for", "from", "on", "off", "each", "all", "with", "и", "или", "на", "за", "в", "с",
            "по", "от", "до", "все", "всё", "cho", "và", "va", "là", "la", "có", "co", "het", "hết", "trở", "tro", "x", "х");

    private final String text;

    Echoes(String text) {
        this.text = text;
    }

    /** The figures with such units made out. */
    List<Figure> settle(List<Figure> figures) {
        List<Figure> out = new ArrayList<>(figures);
        for (Figure figure : figures) {
            if (!(figure instanceof Figure.Money money)) continue;
            int i = out.indexOf(money);
            boolean known = i >= 0 && i + 1 < out.size() && out.get(i + 1) instanceof Figure.Each e && e.start() - money.end() <= 4;
            if (known) continue;
            Optional<Figure.Each> each = echo(out, money);
            if (each.isEmpty()) continue;
            out.add(each.get().start() < money.start() ? i : i + 1, each.get());
        }
        boolean counted = out.stream().anyMatch(f -> f instanceof Figure.Count c && c.value().compareTo(STOCK) >= 0);
        if (!counted)
            for (int i = 0; i < out.size(); i++)
                if (out.get(i) instanceof Figure.Bare b && isStock(b)) out.set(i, new Figure.Count(b.value(), Figure.Unit.PERSON, b.start(), b.end()));
        return out;
    }

    private Optional<Figure.Each> echo(List<Figure> figures, Figure.Money money) {
        Matcher m = BEHIND_SUM.matcher(text).region(money.end(), text.length());
        if (m.lookingAt()) {
            Optional<Figure.Each> behind = unit(figures, money, m.group(1), m.start(1), m.end(1));
            if (behind.isPresent()) return behind;
        }
        int from = Math.max(0, money.start() - REACH);
        Matcher b = BEFORE_SUM.matcher(text).region(from, money.start());
        return b.find() ? unit(figures, money, b.group(1), b.start(), money.start()) : Optional.empty();
    }

    /** The word as a unit, if a quantity in the text counts the same; the quantity, if bare, becomes one. */
    private Optional<Figure.Each> unit(List<Figure> figures, Figure.Money money, String word, int start, int end) {
        for (int i = 0; i < figures.size(); i++) {
            Figure f = figures.get(i);
            if (Math.abs(f.start() - money.start()) > FAR) continue;
            BigDecimal value = f instanceof Figure.Count c ? c.value() : f instanceof Figure.Bare b ? b.value() : BigDecimal.ZERO;
            if (f.equals(money) || value.compareTo(FEWEST) < 0 || !sameWord(counted(f), word)) continue;
            Figure.Unit unit = f instanceof Figure.Count c ? c.unit() : Figure.Unit.PERSON;
            if (f instanceof Figure.Bare b) figures.set(i, new Figure.Count(b.value(), Figure.Unit.PERSON, b.start(), b.end()));
            return Optional.of(new Figure.Each(unit, BigDecimal.ONE, start, end));
        }
        return Optional.empty();
    }

    /** What a number counts: the last word of a quantity, the next one behind a bare number; empty without one. */
    private String counted(Figure f) {
        if (f instanceof Figure.Count) {
            int from = f.end();
            while (from > f.start() && isLetter(text.charAt(from - 1))) from--;
            return text.substring(from, f.end());
        }
        Matcher m = WORD.matcher(text).region(f.end(), text.length());
        return m.lookingAt() ? m.group(1) : "";
    }

    private boolean isStock(Figure.Bare b) {
        boolean year = b.value().compareTo(FIRST_YEAR) >= 0 && b.value().compareTo(LAST_YEAR) <= 0;
        if (year || b.value().compareTo(STOCK) < 0 || b.value().stripTrailingZeros().scale() > 0) return false;
        String word = counted(b);
        return word.length() >= 3 && !NO_UNIT.contains(word);
    }

    private static boolean sameWord(String a, String b) {
        if (a.length() < 2 || b.length() < 2 || NO_UNIT.contains(a)) return false;
        String left = a.toLowerCase(Locale.ROOT);
        String right = b.toLowerCase(Locale.ROOT);
        int stem = Math.min(STEM, Math.min(left.length(), right.length()));
        return stem < STEM ? left.equals(right) || (stem == 3 && left.startsWith(right) && left.length() - right.length() <= 2)
                || (stem == 3 && right.startsWith(left) && right.length() - left.length() <= 2)
                : left.regionMatches(0, right, 0, stem);
    }

    private static boolean isLetter(char c) {
        return TextNormalizer.isAlphabetic(c);
    }
}
