package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers written out in English, Vietnamese and Russian: six and a half thousand, hai mươi mốt nghìn, полторы тысячи.
 *
 * <p>ICU's spell-out format parses only its own wording; sellers say "twenty five", "ngàn" and "тыща".
 */
final class NumberWords {
    private static final BigDecimal LEAST = BigDecimal.valueOf(20);
    private static final Map<String, Long> VALUES = new HashMap<>();
    private static final Map<String, Pattern> RUNS = new HashMap<>();

    static {
        values(1, "one", "một", "mốt", "один", "одна", "одну");
        values(2, "two", "hai", "два", "две");
        values(3, "three", "ba", "три");
        values(4, "four", "bốn", "tư", "четыре");
        values(5, "five", "năm", "lăm", "пять");
        values(6, "six", "sáu", "шесть");
        values(7, "seven", "bảy", "семь");
        values(8, "eight", "tám", "восемь");
        values(9, "nine", "chín", "девять");
        values(10, "ten", "mười", "десять");
        values(11, "eleven", "одиннадцать");
        values(12, "twelve", "двенадцать");
        values(13, "thirteen", "тринадцать");
        values(14, "fourteen", "четырнадцать");
        values(15, "fifteen", "пятнадцать");
        values(16, "sixteen", "шестнадцать");
        values(17, "seventeen", "семнадцать");
        values(18, "eighteen", "восемнадцать");
        values(19, "nineteen", "девятнадцать");
        values(20, "twenty", "двадцать");
        values(30, "thirty", "тридцать");
        values(40, "forty", "сорок");
        values(50, "fifty", "пятьдесят");
        values(60, "sixty", "шестьдесят");
        values(70, "seventy", "семьдесят");
        values(80, "eighty", "восемьдесят");
        values(90, "ninety", "девяносто");
        values(200, "двести");
        values(300, "триста");
        values(400, "четыреста");
        values(500, "пятьсот");
        values(600, "шестьсот");
        values(700, "семьсот");
        values(800, "восемьсот");
        values(900, "девятьсот");
        values(100, "сто");
        String en = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
                + "|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|half an?";
        String vi = "nửa|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|ngàn|triệu|vạn|rưỡi";
        String ru = "полтор[аы]|пол ?(?:тысячи|миллиона)|од(?:ин|на|ну)|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|десять"
                + "|\\p{IsCyrillic}{2,9}надцать|(?:два|три)дцать|сорок|(?:пять|шесть|семь|восемь)десят|девяносто|сто|двести|триста"
                + "|четыреста|(?:пять|шесть|семь|восемь|девять)сот|тысяч[аиуй]?|тыщ[аиу]?|миллион\\p{L}{0,2}";
        run("en", en, "(?:[ -](?:and an? half )?(?:and )?)");
        run("vi", vi, " ");
        run("ru", ru, " ");
    }

    // No number of interest is without one of these: most texts need no search.
    private static final Map<String, List<String>> SIGNS = Map.of(
            "en", List.of("hundred", "thousand", "million", "dollars", "bucks"),
            "vi", List.of("trăm", "nghìn", "ngàn", "triệu", "vạn"),
            "ru", List.of("тысяч", "тыщ", "полтор", "сто", "сот", "ста", "миллион"));

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private NumberWords() {}

    /** The numbers of a normalised text; only those of twenty and more, since "one" and "three" rarely are stock. Sellers mix languages, so all are tried. */
    static List<NumberForms.Reading> in(String text) {
        List<NumberForms.Reading> found = new ArrayList<>();
        SIGNS.forEach((language, signs) -> {
            if (signs.stream().noneMatch(text::contains)) return;
            Matcher m = RUNS.getOrDefault(language, NOTHING).matcher(text);
            while (m.find()) {
                BigDecimal value = value(m.group());
                if (value.compareTo(LEAST) >= 0) found.add(new NumberForms.Reading(value, "", m.start(), m.end()));
            }
        });
        return found;
    }

    private static BigDecimal value(String words) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO; // the next scale word
        BigDecimal lastScale = BigDecimal.ONE;
        for (String word : words.replace("and a half", "anda").split("[ -]+", -1)) {
            Long plain = VALUES.get(word);
            long scale = scale(word);
            if (plain != null) below = below.add(BigDecimal.valueOf(plain));
            else if (word.equals("half") || word.equals("nửa") || word.equals("anda") || (word.startsWith("пол") && !word.startsWith("полтор"))) {
                below = below.add(new BigDecimal("0.5"));
                if (word.length() > 4 && scale(word.substring(3)) > 1) {
                    total = total.add(below.multiply(BigDecimal.valueOf(scale(word.substring(3)))));
                    below = BigDecimal.ZERO;
                }
            } else if (word.startsWith("полтор")) below = below.add(new BigDecimal("1.5"));
            else if (word.equals("rưỡi")) total = total.add(lastScale.divide(BigDecimal.TWO));
            else if (word.equals("mươi")) below = below.multiply(BigDecimal.TEN);
            else if (scale == 100) {
                below = atLeastOne(below).multiply(BigDecimal.valueOf(100));
                lastScale = BigDecimal.valueOf(100);
            } else if (scale > 1) {
                lastScale = BigDecimal.valueOf(scale);
                total = total.add(atLeastOne(below).multiply(lastScale));
                below = BigDecimal.ZERO;
            }
        }
        return total.add(below);
    }

    private static BigDecimal atLeastOne(BigDecimal n) {
        return n.signum() == 0 ? BigDecimal.ONE : n;
    }

    private static long scale(String word) {
        if (word.equals("hundred") || word.equals("trăm")) return 100;
        if (word.equals("thousand") || word.equals("nghìn") || word.equals("ngàn") || word.startsWith("тысяч") || word.startsWith("тыщ"))
            return 1_000;
        if (word.equals("vạn")) return 10_000;
        return word.equals("million") || word.equals("triệu") || word.startsWith("миллион") ? 1_000_000 : 1;
    }

    private static void values(long value, String... words) {
        for (String word : words) VALUES.put(word, value);
    }

    private static void run(String language, String words, String gap) {
        RUNS.put(language, Pattern.compile("(?<![\\p{L}\\d.,]|\\d )(?:" + words + ")(?:" + gap + "(?:" + words + "))*+(?!\\p{L})"));
    }
}
