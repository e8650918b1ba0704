package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as sellers write them: 8600, 1,200, 2.000, 1.2w, 18k, 3万5, 六千, 四百五, 2tr4, 7 тыс.
 *
 * <p>Whether a dot or comma groups thousands follows from the language and from how many digits come after it.
 */
final class NumberForms {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String HAN = "[零〇一二两三四五六七八九十百千万亿]+";
    private static final String SCALE =
            "万|w(?![a-z])|亿|千|百|k(?![a-z])|к(?!\\p{L})|thousand\\b|million\\b|triệu|trieu\\b|tr(?![a-z])"
                    + "|nghìn|ngàn|nghin\\b|ngan\\b|тыс(?:яч[аи]?)?\\.?|млн\\.?";
    private static final Pattern NUMBER = Pattern.compile(
            "(?<arabic>\\d+(?:[.,]\\d+)*)(?:\\s?(?<scale>" + SCALE + ")(?:(?<tail>\\d{1,3})(?<small>千|百)?)?)?"
                    + "|(?<han>" + HAN + ")");

    private NumberForms() {}

    /**
     * A number and where it ends.
     *
     * @param scale the word that multiplied it (k, tr, 万), or empty; in Vietnamese k and tr may mean money
     */
    record Reading(BigDecimal value, String scale, int start, int end) {}

    /** A matcher that finds numbers in a normalised text. */
    static Matcher in(String text) {
        return NUMBER.matcher(text);
    }

    /** What {@code m}, a match of {@link #in}, says. */
    static Reading read(Matcher m, String language) {
        String han = m.group("han");
        if (han != null) return new Reading(han(han), "", m.start(), m.end());
        String scale = m.group("scale") == null ? "" : m.group("scale");
        BigDecimal unit = scale.isEmpty() ? BigDecimal.ONE : scaleOf(scale);
        BigDecimal value = arabic(m.group("arabic"), language, !scale.isEmpty()).multiply(unit);
        String tail = m.group("tail");
        if (tail != null) {
            String small = m.group("small");
            // 3万5 and 2tr4: the digits go on below the scale; 1万2千: they have a scale of their own.
            value = value.add(small == null
                    ? new BigDecimal("0." + tail).multiply(unit)
                    : new BigDecimal(tail).multiply(scaleOf(small)));
        }
        return new Reading(value, scale, m.start(), m.end());
    }

    private static BigDecimal arabic(String digits, String language, boolean scaled) {
        int lastDot = digits.lastIndexOf('.');
        int lastComma = digits.lastIndexOf(',');
        if (lastDot >= 0 && lastComma >= 0) {
            char decimal = lastDot > lastComma ? '.' : ',';
            String grouping = decimal == '.' ? "," : ".";
            return new BigDecimal(digits.replace(grouping, "").replace(decimal, '.'));
        }
        int last = Math.max(lastDot, lastComma);
        if (last < 0) return new BigDecimal(digits);
        char mark = digits.charAt(last);
        boolean several = digits.indexOf(mark) != last;
        boolean three = digits.length() - last == 4 && !digits.startsWith("0");
        boolean dotGroups = language.equals("vi") || language.equals("de") || language.equals("es");
        boolean groups = several || (three && !scaled && (mark == ',' || dotGroups));
        return new BigDecimal(groups ? digits.replace(String.valueOf(mark), "") : digits.replace(',', '.'));
    }

    private static BigDecimal scaleOf(String word) {
        return BigDecimal.valueOf(switch (word.charAt(0)) {
            case '百' -> 100;
            case '千', 'k', 'к', 'n' -> 1_000;
            case '万', 'w' -> 10_000;
            case '亿' -> 100_000_000;
            case 'm', 'м' -> 1_000_000;
            case 't' -> word.startsWith("th") ? 1_000 : 1_000_000;
            case 'т' -> 1_000;
            default -> throw new IllegalArgumentException("not a scale: " + word);
        });
    }

    /** Chinese numerals, with the spoken short form: 四百五 is 450, 两万五 is 25,000. */
    private static BigDecimal han(String numerals) {
        long total = 0; // of finished 万 and 亿
        long section = 0; // below the next 万
        long digit = 0;
        long lastScale = 1;
        boolean zero = false;
        for (int i = 0; i < numerals.length(); i++) {
            char c = numerals.charAt(i);
            int d = c == '两' ? 2 : c == '〇' ? 0 : DIGITS.indexOf(c);
            if (d >= 0) {
                zero |= d == 0;
                digit = d;
                continue;
            }
            long scale = c == '十' ? 10 : c == '百' ? 100 : c == '千' ? 1_000 : c == '万' ? 10_000 : 100_000_000;
            if (scale >= 10_000) {
                long below = section + digit;
                total = scale == 10_000 ? total + below * scale : (total + below) * scale;
                section = 0;
            } else section += Math.max(digit, 1) * scale;
            digit = 0;
            zero = false;
            lastScale = scale;
        }
        boolean spoken = digit > 0 && lastScale >= 100 && !zero;
        return BigDecimal.valueOf(total + section + (spoken ? digit * lastScale / 10 : digit));
    }
}
