package org.unlisted.crawl.offer;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers written out in English, Vietnamese and Russian: five hundred, hai nghìn, две тысячи. Not thread-safe. */
final class NumberWords {
    private static final Map<String, Pattern> RUNS = Map.of(
            "en",
            Pattern.compile("(?<!\\p{L})(?:(?:an? )?half an? (?:million|thousand)|(?:an? )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven"
                    + "|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)?(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?"
                    + "(?: and a half)?[ -]?(?:hundred|thousand|million)(?: (?:hundred|thousand|million))?)(?!\\p{L})"),
            "vi",
            Pattern.compile("(?<!\\p{L})(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|vài)(?: mươi)? (?:trăm|nghìn|ngàn|triệu|vạn)"
                    + "(?: (?:nghìn|ngàn|triệu|rưỡi))?(?!\\p{L})"),
            "ru",
            Pattern.compile("(?<!\\p{L})(?:полторы|полтысячи|пол ?тысячи|(?:одна|две|три|четыре|пять|шесть|семь|восемь|девять|десять|двадцать"
                    + "|тридцать|сорок|пятьдесят|сто|двести|триста|четыреста|пятьсот|шестьсот|семьсот|восемьсот|девятьсот)"
                    + "(?: тысяч[аиу]?)?|тысяч[ау])(?: тысяч[аи]?)?(?!\\p{L})"));

    // No number of interest is without one of these: most texts need no search.
    private static final Map<String, List<String>> SIGNS = Map.of(
            "en", List.of("hundred", "thousand", "million"),
            "vi", List.of("trăm", "nghìn", "ngàn", "triệu", "vạn"),
            "ru", List.of("тысяч", "полторы", "сто", "сот", "ста", "сорок", "десят"));

    private NumberWords() {}

    /** The numbers of a normalised text; only those of a hundred and more, since "one" and "three" rarely are stock. */
    static List<NumberForms.Reading> in(String text, String language) {
        Pattern run = RUNS.get(language);
        if (run == null || SIGNS.getOrDefault(language, List.of()).stream().noneMatch(text::contains)) return List.of();
        List<NumberForms.Reading> found = new ArrayList<>();
        Matcher m = run.matcher(text);
        while (m.find()) {
            BigDecimal value = value(m.group(), language);
            if (value.compareTo(BigDecimal.valueOf(50)) >= 0)
                found.add(new NumberForms.Reading(value, "", m.start(), m.end()));
        }
        return found;
    }

    private static BigDecimal value(String words, String language) {
        String plain = words.replaceAll("^an? ", "");
        if (plain.startsWith("half a")) return BigDecimal.valueOf(plain.endsWith("million") ? 500_000 : 500);
        if (plain.startsWith("полторы")) return BigDecimal.valueOf(1_500);
        if (plain.startsWith("пол")) return BigDecimal.valueOf(500);
        if (plain.startsWith("тысяч")) return BigDecimal.valueOf(1_000);
        if (plain.matches("(?:hundred|thousand|million)")) plain = "one " + plain;
        if (plain.contains(" and a half ")) {
            String unit = plain.substring(plain.lastIndexOf(' ') + 1);
            return value(plain.replace(" and a half", ""), language).add(value("one " + unit, language).movePointLeft(1).multiply(BigDecimal.valueOf(5)));
        }
        boolean half = plain.endsWith(" rưỡi");
        if (half) plain = plain.substring(0, plain.length() - 5);
        plain = plain.replace("ngàn", "nghìn");
        BigDecimal factor = BigDecimal.ONE;
        if (plain.endsWith(" vạn")) {
            factor = BigDecimal.valueOf(10_000);
            plain = plain.substring(0, plain.length() - 4);
        }
        // ICU knows the words; a format is not thread-safe, and making one is slow: only texts that have such words pay.
        RuleBasedNumberFormat format = new RuleBasedNumberFormat(new ULocale(language), RuleBasedNumberFormat.SPELLOUT);
        format.setLenientParseMode(false);
        ParsePosition at = new ParsePosition(0);
        Number number = format.parse(plain, at);
        if (number == null || at.getIndex() < plain.length()) return BigDecimal.ZERO;
        BigDecimal value = BigDecimal.valueOf(number.longValue()).multiply(factor);
        return half ? value.add(halfOf(plain)) : value;
    }

    private static BigDecimal halfOf(String words) {
        return BigDecimal.valueOf(words.endsWith("triệu") ? 500_000 : words.endsWith("nghìn") ? 500 : 50);
    }
}
