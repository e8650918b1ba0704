package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers written out in English, Vietnamese and Russian: six and a half thousand, hai mươi mốt nghìn, полторы тысячи.
 *
 * <p>ICU's spell-out format parses only its own wording; sellers say "twenty five", "ngàn" and "тыща".
 */
final class NumberWords {
    private static final BigDecimal LEAST = BigDecimal.valueOf(20);
    private static final Set<String> ONES = Set.of("một", "mot", "один", "одну", "одна", "one");
    private static final Map<String, Long> VALUES = new HashMap<>();
    private static final Map<String, Pattern> RUNS = new HashMap<>();

    static {
        values(1, "mot", "one", "một", "mốt", "один", "одна", "одну");
        values(2, "two", "hai", "два", "две");
        values(3, "three", "ba", "три");
        values(4, "bon", "tu", "four", "bốn", "tư", "четыре");
        values(5, "nam", "lam", "five", "năm", "lăm", "пять");
        values(6, "sau", "six", "sáu", "шесть");
        values(7, "bay", "seven", "bảy", "семь");
        values(8, "tam", "eight", "tám", "восемь");
        values(9, "chin", "nine", "chín", "девять");
        values(10, "muoi", "ten", "mười", "десять");
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
        values(100, "сто", "сотню", "сотня");
        String en = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
                + "|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million|half an?";
        String vi = "nửa|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|ngàn|triệu|vạn|rưỡi";
        String ru = "полтор[аы]|пол ?(?:тысячи|миллиона)|\\p{IsCyrillic}{2,9}надцать|(?:два|три)дцать|сорок|(?:пять|шесть|семь|восемь)десят|девяносто"
                + "|двести|триста|четыреста|(?:пять|шесть|семь|восемь|девять)сот|од(?:ин|на|ну)|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|десять"
                + "|сто|сотн[юя]|тысяч[аиуй]?|тыщ[аиу]?|миллион\\p{L}{0,2}";
        String toneless = "nua|mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin|muoi|tram|nghin|ngan|trieu|ruoi";
        run("vt", toneless, " ");
        run("en", en, "(?:[ -](?:and an? half )?(?:and )?)");
        run("vi", vi, " ");
        run("ru", ru, " ");
    }

    // Toneless words mean much else: a number of them has a scale.
    private static final Pattern SCALED = Pattern.compile(" (?:muoi|tram|nghin|ngan|trieu)(?: |$)");

    // No number of interest is without one of these: most texts need no search.
    private static final Map<String, List<String>> SIGNS = Map.of(
            "en", List.of("two ", "three ", "four ", "five ", "six ", "hundred", "thousand", "million", "dollar", "buck", "euro", "pound", "quid", "yuan", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "usd", "cent", "gbp", "eur"),
            "vi", List.of("hai ", "ba ", "bốn ", "năm ", "trăm", "nghìn", "ngàn", "triệu", "vạn", "mươi", "củ", "lít", "chai", "xị", "đồng"),
            "vt", List.of(" nghin", " ngan", " trieu", " tram"),
            "ru", List.of("два ", "две ", "три ", "четыре ", "пять ", "тысяч", "тыщ", "полтор", "сто", "сот", "ста", "сотн", "миллион", "рубл", "косар", "бакс", "долл", "евро", "десят", "дцать", "сорок"));

    private static final Pattern VIETNAMESE = Pattern.compile("nghìn|ngàn|triệu|nghin|ngan(?= |$)|trieu");
    // The first two letters of all words above: a search in vain costs more than a look at two characters.
    private static final Map<String, String> BEGINNINGS = Map.of(
            "en", "on tw th fo fi si se ei ni te el hu mi ha",
            "vi", "nử mộ mố ha ba bố tư nă lă sá bả tá ch mư tr ng tr vạ rư",
            "vt", "nu mo ha ba bo tu na la sa ta ch mu",
            "ru", "по од дв тр че пя ше се во де со ст ты ми");

    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private NumberWords() {}

    /** The numbers of a normalised text; only those of twenty and more, since "one" and "three" rarely are stock. Sellers mix languages, so all are tried. */
    static List<NumberForms.Reading> in(String text) {
        return in(text, at -> Optional.empty());
    }

    /**
     * @param units what the word at a place counts, if it does: two to nineteen pictures are a number too ("three photos
     *     each"), and "ten thousand, one set" ends before the one
     */
    static List<NumberForms.Reading> in(String text, IntFunction<Optional<Figure.Unit>> units) {
        List<NumberForms.Reading> found = new ArrayList<>();
        SIGNS.forEach((language, signs) -> {
            if (signs.stream().noneMatch(text::contains)) return;
            Matcher m = RUNS.getOrDefault(language, NOTHING).matcher(text).useTransparentBounds(true);
            String beginnings = BEGINNINGS.getOrDefault(language, "");
            for (int at = 0; at + 1 < text.length(); at++) {
                boolean begins = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1))) && begins(text, at, beginnings);
                if (!begins || !m.region(at, text.length()).lookingAt()) continue;
                String said = withoutOne(m.group(), text, m.end(), units);
                if (language.equals("vt") && !SCALED.matcher(said).find()) continue;
                int end = m.start() + said.length();
                BigDecimal value = value(said);
                boolean sum = value.signum() > 0 && MoneyWords.after(text, end).isPresent();
                boolean few = value.compareTo(BigDecimal.ONE) > 0 && unitBehind(text, end, units).filter(Figure.Unit.IMAGE::equals).isPresent();
                if (value.compareTo(LEAST) >= 0 || sum || few) found.add(new NumberForms.Reading(value, scaleIn(said), m.start(), end));
                at = m.end() - 1;
            }
        });
        return found;
    }

    private static Optional<Figure.Unit> unitBehind(String text, int end, IntFunction<Optional<Figure.Unit>> units) {
        return end < text.length() && text.charAt(end) == ' ' ? units.apply(end + 1) : Optional.empty();
    }

    private static String withoutOne(String words, String text, int end, IntFunction<Optional<Figure.Unit>> units) {
        int last = words.lastIndexOf(' ');
        boolean one = last > 0 && ONES.contains(words.substring(last + 1)) && unitBehind(text, end, units).isPresent();
        return one ? words.substring(0, last) : words;
    }

    /** In Vietnamese such numbers are sums where nothing is counted. */
    private static String scaleIn(String words) {
        Matcher m = VIETNAMESE.matcher(words);
        return m.find() ? m.group() : "";
    }

    private static boolean begins(String text, int at, String beginnings) {
        for (int i = 0; i < beginnings.length(); i += 3)
            if (beginnings.charAt(i) == text.charAt(at) && beginnings.charAt(i + 1) == text.charAt(at + 1)) return true;
        return false;
    }

    private static BigDecimal value(String words) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal below = BigDecimal.ZERO; // the next scale word
        BigDecimal lastScale = BigDecimal.ONE;
        for (String word : words.replace("and a half", "anda").split("[ -]+", -1)) {
            boolean tens = word.equals("mươi") || (word.equals("muoi") && below.signum() > 0);
            Long plain = tens ? null : VALUES.get(word);
            long scale = scale(word);
            if (plain != null && plain < 10 && saysTenths(words, word, lastScale, below)) total = total.add(lastScale.multiply(BigDecimal.valueOf(plain)).movePointLeft(1));
            else if (plain != null) below = below.add(BigDecimal.valueOf(plain));
            else if (word.equals("half") || word.equals("nửa") || word.equals("nua") || word.equals("anda") || (word.startsWith("пол") && !word.startsWith("полтор"))) {
                below = below.add(new BigDecimal("0.5"));
                if (word.length() > 4 && scale(word.substring(3)) > 1) {
                    total = total.add(below.multiply(BigDecimal.valueOf(scale(word.substring(3)))));
                    below = BigDecimal.ZERO;
                }
            } else if (word.startsWith("полтор")) below = below.add(new BigDecimal("1.5"));
            else if (word.equals("rưỡi") || word.equals("ruoi")) total = total.add(lastScale.divide(BigDecimal.TWO));
            else if (tens) { // of the last digit alone: một trăm hai mươi
                BigDecimal digit = below.remainder(BigDecimal.TEN);
                below = below.subtract(digit).add(digit.multiply(BigDecimal.TEN));
            }
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

    /** Hai triệu tư is 2.4 million: a digit behind the last scale is a tenth of it. */
    private static boolean saysTenths(String words, String word, BigDecimal lastScale, BigDecimal below) {
        return VIETNAMESE.matcher(words).find() && lastScale.compareTo(BigDecimal.valueOf(1_000)) >= 0 && below.signum() == 0 && words.endsWith(" " + word);
    }

    private static BigDecimal atLeastOne(BigDecimal n) {
        return n.signum() == 0 ? BigDecimal.ONE : n;
    }

    private static long scale(String word) {
        if (word.equals("hundred") || word.equals("trăm") || word.equals("tram")) return 100;
        if (word.equals("thousand") || word.equals("nghìn") || word.equals("ngàn") || word.equals("nghin") || word.equals("ngan") || word.startsWith("тысяч") || word.startsWith("тыщ"))
            return 1_000;
        if (word.equals("vạn")) return 10_000;
        return word.equals("million") || word.equals("triệu") || word.equals("trieu") || word.startsWith("миллион") ? 1_000_000 : 1;
    }

    private static void values(long value, String... words) {
        for (String word : words) VALUES.put(word, value);
    }

    private static void run(String language, String words, String gap) {
        RUNS.put(language, Pattern.compile("(?<![\\p{L}\\d.,]|\\d |\\d trăm )(?:" + words + ")(?:" + gap + "(?:" + words + "))*+(?!\\p{L})"));
    }
}
