package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sums that are words and no number: пятихатка, полтинник, a tenner, half a dollar. */
final class SlangSums {
    private static final Map<String, BigDecimal> STEMS = Map.ofEntries(
            Map.entry("пятихат", BigDecimal.valueOf(500)),
            Map.entry("пятисот", BigDecimal.valueOf(500)),
            Map.entry("полтин", BigDecimal.valueOf(50)),
            Map.entry("полтос", BigDecimal.valueOf(50)),
            Map.entry("сотк", BigDecimal.valueOf(100)),
            Map.entry("сотня", BigDecimal.valueOf(100)),
            Map.entry("чирик", BigDecimal.TEN),
            Map.entry("червон", BigDecimal.TEN),
            Map.entry("косар", BigDecimal.valueOf(1_000)),
            Map.entry("косух", BigDecimal.valueOf(1_000)),
            Map.entry("тыщ", BigDecimal.valueOf(1_000)),
            Map.entry("штук", BigDecimal.valueOf(1_000)),
            Map.entry("рубл", BigDecimal.ONE),
            Map.entry("руп", BigDecimal.ONE),
            Map.entry("бакс", BigDecimal.ONE),
            Map.entry("доллар", BigDecimal.ONE),
            Map.entry("пол-ляма", BigDecimal.valueOf(500_000)),
            Map.entry("полляма", BigDecimal.valueOf(500_000)),
            Map.entry("лям", BigDecimal.valueOf(1_000_000)));
    // The vague ones only behind "for" or "at", at the end of a clause.
    private static final Pattern RUBLES = Pattern.compile(
            "(?<!\\p{L}|\\d|\\d )(?:(?<sure>(?:пятихат|пятисот|полтин|полтос|чирик|червон|косух|пол-?ляма)\\p{L}*|(?:один |одна )(?:косар|штук|лям)\\p{L}*(?: р\\p{L}*)?)"
                    + "|(?<![\\p{L}\\d] )(?<fee>(?:косар[ьяе]|тыщ[ау]|лям|сотк[уа]|рубль|рупь)(?= (?:за (?:вс|лот|архив|пак|баз|фото|лиц|шт)|и (?:ваш|тво|заб))))"
                    + "|(?<=за |по |цена |прошу |хочу )(?<vague>(?:сотк[уеа]|сотня|рублю|рубль|рупь|баксу|бакс|доллару|косар[ьюяе]|тыщ[уеа]|лям[у]?)))(?!\\p{L})");

    private static final Pattern VIETNAMESE = Pattern.compile("(?<![\\p{L}\\d]|\\d )(?:củ|chai) rưỡi(?!\\p{L})");
    private static final BigDecimal ONE_AND_A_HALF_MILLION = BigDecimal.valueOf(1_500_000);

    private static final Pattern ENGLISH = Pattern.compile(
            "(?<![\\p{L}\\d])(?:(?<pounds>tenner|fiver)|half a (?<half>dollar|buck|euro|quid|pound|cent)|a (?<tenth>tenth) of a cent|a (?<one>dollar|buck|euro|quid|pound|cent))(?!\\p{L})");
    private static final Map<String, String> CURRENCIES = Map.of(
            "dollar", "USD", "buck", "USD", "cent", "USD", "euro", "EUR", "quid", "GBP", "pound", "GBP");

    // What the patterns cannot do without: most texts need no search.
    private static final List<String> SIGNS = List.of("tenner", "fiver", "half a ", "a dollar", "a buck", "a euro", "a quid", "a pound", "a cent");

    private SlangSums() {}

    static List<Figure.Money> in(String text) {
        List<Figure.Money> sums = new ArrayList<>();
        Matcher m = RUBLES.matcher(text);
        boolean rubles = STEMS.keySet().stream().anyMatch(text::contains);
        while (rubles && m.find()) {
            String word = m.group().replaceFirst("^од(?:ин|на) ", "");
            STEMS.entrySet().stream()
                    .filter(e -> word.startsWith(e.getKey()))
                    .findFirst()
                    .ifPresent(e -> sums.add(new Figure.Money(e.getValue(), word.startsWith("бакс") || word.startsWith("доллар") ? "USD" : "RUB", false, m.start(), m.end())));
        }
        Matcher v = VIETNAMESE.matcher(text);
        boolean dong = text.contains(" rưỡi");
        while (dong && v.find()) sums.add(new Figure.Money(ONE_AND_A_HALF_MILLION, "VND", true, v.start(), v.end()));
        Matcher e = ENGLISH.matcher(text);
        boolean english = SIGNS.stream().anyMatch(text::contains);
        while (english && e.find()) sums.add(english(e));
        return sums;
    }

    private static Figure.Money english(Matcher m) {
        if (m.group("pounds") != null)
            return new Figure.Money(BigDecimal.valueOf(m.group().equals("fiver") ? 5 : 10), "GBP", false, m.start(), m.end());
        if (m.group("tenth") != null) return new Figure.Money(new BigDecimal("0.001"), "USD", false, m.start(), m.end());
        String half = m.group("half");
        String word = half == null ? m.group("one") : half;
        BigDecimal amount = half == null ? word.equals("cent") ? new BigDecimal("0.01") : BigDecimal.ONE : new BigDecimal(word.equals("cent") ? "0.005" : "0.5");
        return new Figure.Money(amount, CURRENCIES.getOrDefault(word, "USD"), false, m.start(), m.end());
    }
}
