package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as sellers write them: 8600, 1,200, 2.000, 12 000, 1.2w, 18k, 3万5, 六千, 贰佰, 四百五, 2tr4, 7 тыс.
 *
 * <p>Whether a dot or comma groups thousands follows from the language and from how many digits come after it. Numbers
 * in words of other languages are {@link NumberWords}.
 */
final class NumberForms {
    private static final String HAN_DIGITS = "零〇一二两俩三仨四五六七八九壹贰叁肆伍陆柒捌玖";
    private static final String HAN = "[" + HAN_DIGITS + "十百千万亿拾佰仟廿卅]+(?<![百千万]一(?=[次把口包起共手批]))半?";
    private static final String SCALE =
            "万|w(?!\\p{IsLatin})|亿|千|百|k(?=usd|u(?!\\p{IsLatin})|(?!\\p{IsLatin}))|к(?!\\p{L}|-т)|thousand\\b|lakhs?(?!\\p{IsLatin})|grand(?!\\p{IsLatin})|mil(?:lion)?\\b|m(?=[ +](?:[a-z-]+ ){0,2}(?:faces|people|photos?|pics|pictures|images|selfies|sets|persons|users|profiles|records|portraits|ids))"
                    + "|triệu|trieu\\b|tr(?!\\p{IsLatin})|trăm (?:nghìn|ngàn)|trăm(?!\\p{L})|vạn(?!\\p{L})|nghìn|ngàn|nghin\\b|ngan\\b|тыщ[аиу]?(?!\\p{L})|тыс(?:яч[аиу]?)?\\.?(?!\\p{L})|tys(?:yach\\p{L}?)?\\.?(?!\\p{L})|т\\.?(?=\\s?р(?!\\p{L}))|млн\\.?|лям\\p{L}?";
    private static final Pattern NUMBER = Pattern.compile(
            "(?<arabic>(?<=[套份张条组个人户])\\d{1,3}(?=,\\d{3,5}[套份张条组个人户])|(?:(?<![$€£])|(?=[\\d ]+(?![\\d ]|\\p{L})))\\d{1,3}(?: \\d{3})+(?![\\d.,]?\\d)|\\d++(?:\\.\\d++|,\\d{1,3}(?!\\d))*+)"
                    + "(?:[ ]?(?<scale>" + SCALE + ")(?:(?<tail>\\d{1,3})(?<small>千|百)?(?!\\d)| ?(?<tail2>\\d{1,3}) ?(?<small2>千|百|тыс(?:яч\\p{L}?)?\\.?(?!\\p{L})|nghìn|ngàn)|零(?<han6>[一二三四五六七八九十百千]{1,6})|(?<han5>[一二三四五六七八九])(?![一二三四五六七八九十百千万张套份个元块毛])| ?(?<rest>\\d{3})(?=\\s?(?:руб|р(?!\\p{L})|₽|đ))|(?<=triệu|trieu|tr) (?<tail3>[1-9])(?!\\d|[.,]\\d| ?(?:bộ|bo|tấm|tam|người|nguoi|ảnh|anh|file|clip|video|cái|khách|em|lô|lo|tháng|ngày))|(?<half>半| ?rưỡi| ?ruoi(?!\\p{L})))?)?"
                    + "|(?<han>" + HAN + ")");

    private NumberForms() {}

    /**
     * A number and where it ends.
     *
     * @param scale the word that multiplied it (k, tr, 万), or empty; in Vietnamese k and tr may mean money
     */
    record Reading(BigDecimal value, String scale, int start, int end) {

        /** Nobody has one and a half photos: in front of a unit 1.500 is 1500 in any language. */
        BigDecimal asCount() {
            boolean thousands = scale.isEmpty() && value.scale() == 3 && value.compareTo(BigDecimal.ONE) >= 0;
            return thousands ? value.movePointRight(3) : value;
        }
    }

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
        String tail = m.group("tail") != null ? m.group("tail") : m.group("tail2") != null ? m.group("tail2") : m.group("tail3");
        if (tail != null) {
            String small = m.group("small") == null ? m.group("small2") : m.group("small");
            // 3万5 and 2tr4: the digits go on below the scale; 1万2千: they have a scale of their own.
            value = value.add(small == null
                    ? new BigDecimal("0." + tail).multiply(unit)
                    : new BigDecimal(tail).multiply(scaleOf(small)));
        } else if (m.group("rest") != null) value = value.add(new BigDecimal(m.group("rest")));
        else if (m.group("han6") != null) value = value.add(han(m.group("han6")));
        else if (m.group("han5") != null) value = value.add(han(m.group("han5")).multiply(unit).movePointLeft(1));
        else if (m.group("half") != null) value = value.add(unit.multiply(new BigDecimal("0.5")));
        return new Reading(value, scale, m.start(), m.end());
    }

    private static BigDecimal arabic(String written, String language, boolean scaled) {
        String digits = written.replace(" ", "");
        int lastDot = digits.lastIndexOf('.');
        int lastComma = digits.lastIndexOf(',');
        if (lastDot >= 0 && lastComma >= 0) {
            char decimal = lastDot > lastComma ? '.' : ',';
            String grouping = decimal == '.' ? "," : ".";
            return decimal(digits.replace(grouping, "").replace(decimal, '.'));
        }
        int last = Math.max(lastDot, lastComma);
        if (last < 0) return new BigDecimal(digits);
        char mark = digits.charAt(last);
        boolean several = digits.indexOf(mark) != last;
        boolean three = digits.length() - last == 4 && !digits.startsWith("0");
        boolean dotGroups = !language.equals("zh") && !language.equals("en") && !language.equals("und");
        boolean groups = several || (three && !scaled && (mark == ',' || dotGroups));
        return decimal(groups ? digits.replace(String.valueOf(mark), "") : digits.replace(',', '.'));
    }

    /** A run of digits and dots that is no number (1.2.3 in a version) is read up to its second dot. */
    private static BigDecimal decimal(String digits) {
        int dot = digits.indexOf('.');
        int second = dot < 0 ? -1 : digits.indexOf('.', dot + 1);
        return new BigDecimal(second < 0 ? digits : digits.substring(0, second));
    }

    private static BigDecimal scaleOf(String word) {
        return BigDecimal.valueOf(switch (word.charAt(0)) {
            case '百' -> 100;
            case 'g' -> 1_000;
            case '千', 'k', 'к', 'n' -> 1_000;
            case '万', 'w' -> 10_000;
            case '亿' -> 100_000_000;
            case 'l' -> 100_000;
            case 'm', 'м', 'л' -> 1_000_000;
            case 'v' -> 10_000;
            case 't' -> word.startsWith("trăm ") ? 100_000 : word.equals("trăm") ? 100 : word.startsWith("th") || word.startsWith("ty") ? 1_000 : 1_000_000;
            case 'т' -> 1_000;
            default -> throw new IllegalArgumentException("not a scale: " + word);
        });
    }

    /** Chinese numerals, with the spoken short form: 四百五 is 450, 两万五 is 25,000, 一万半 is 15,000. */
    static BigDecimal han(String numerals) {
        long total = 0; // of finished 万 and 亿
        long section = 0; // below the next 万
        long digit = 0;
        long lastScale = 1;
        int run = 0; // digits without a scale between them, as in 二〇二六
        boolean zero = false;
        boolean half = numerals.endsWith("半");
        for (int i = 0; i < numerals.length() - (half ? 1 : 0); i++) {
            char c = numerals.charAt(i);
            int d = digit(c);
            if (d >= 0) {
                zero |= d == 0;
                digit = run++ > 0 && !zeroAfterScale(numerals, i) ? Math.min(digit * 10 + d, 1_000_000_000L) : d;
                continue;
            }
            run = 0;
            if (c == '廿' || c == '卅') {
                section += c == '廿' ? 20 : 30;
                continue;
            }
            long scale = scale(c);
            if (scale >= 10_000) {
                long below = section + digit == 0 ? 1 : section + digit;
                total = scale == 10_000 ? total + below * scale : (total + below) * scale;
                section = 0;
            } else section += Math.max(digit, 1) * scale;
            digit = 0;
            zero = false;
            lastScale = scale;
        }
        boolean spoken = digit > 0 && digit < 10 && lastScale >= 100 && !zero;
        long rest = spoken ? digit * lastScale / 10 : digit;
        return BigDecimal.valueOf(total + section + rest + (half ? lastScale / 2 : 0));
    }

    private static boolean zeroAfterScale(String numerals, int i) {
        return digit(numerals.charAt(i - 1)) == 0 && i > 1 && digit(numerals.charAt(i - 2)) < 0;
    }

    static boolean isNumeral(char c) {
        return Character.isDigit(c) || digit(c) >= 0 || "十百千万亿拾佰仟廿卅".indexOf(c) >= 0;
    }

    static int digit(char c) {
        return switch (c) {
            case '零', '〇' -> 0;
            case '一', '壹' -> 1;
            case '二', '两', '俩', '贰' -> 2;
            case '三', '仨', '叁' -> 3;
            case '四', '肆' -> 4;
            case '五', '伍' -> 5;
            case '六', '陆' -> 6;
            case '七', '柒' -> 7;
            case '八', '捌' -> 8;
            case '九', '玖' -> 9;
            default -> -1;
        };
    }

    private static long scale(char c) {
        return switch (c) {
            case '十', '拾' -> 10;
            case '百', '佰' -> 100;
            case '千', '仟' -> 1_000;
            case '万' -> 10_000;
            case '亿' -> 100_000_000;
            default -> throw new IllegalArgumentException("not a scale: " + c);
        };
    }
}
