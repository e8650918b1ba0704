package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How money is written before and after a number, in the normalised text. */
final class MoneyWords {
    private static final String CNY = "CNY";
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final BigDecimal THOUSANDTH = new BigDecimal("0.001");

    // Known by their code alone.
    private static final List<String> CODES = List.of(
            "CZK", "SEK", "NOK", "DKK", "HUF", "RON", "BGN", "ILS", "ZAR", "EGP", "SGD", "NZD", "MXN", "ARS", "COP", "SAR", "GHS", "UZS",
            "KGS", "BYN", "GEL", "KHR", "LAK", "MMK", "BDT", "LKR", "NPR", "SOL", "TON", "BNB");
    private static final Map<String, String> BY_CODE =
            CODES.stream().collect(Collectors.toMap(c -> c.toLowerCase(Locale.ROOT), c -> c));

    private static final Map<String, String> BEFORE = new HashMap<>(BY_CODE);
    private static final Map<String, String> DOLLARS = Map.of(
            "nt", "TWD", "hk", "HKD", "r", "BRL", "us", "USD", "a", "AUD", "au", "AUD", "c", "CAD", "s", "SGD", "nz", "NZD");
    private static final List<String> HAN_BEFORE = List.of("新台币", "台币", "港币", "港元", "u币", "美金", "美元", "美刀", "人民币");

    static {
        Map<String, String> words = Map.ofEntries(
                Map.entry("twd", "TWD"), Map.entry("ntd", "TWD"), Map.entry("hkd", "HKD"), Map.entry("inr", "INR"), Map.entry("rs", "INR"),
                Map.entry("pkr", "PKR"), Map.entry("php", "PHP"), Map.entry("thb", "THB"), Map.entry("idr", "IDR"), Map.entry("rp", "IDR"),
                Map.entry("myr", "MYR"), Map.entry("rm", "MYR"), Map.entry("usdt", "USDT"), Map.entry("tether", "USDT"), Map.entry("юсдт", "USDT"),
                Map.entry("usd", "USD"), Map.entry("rmb", CNY), Map.entry("cny", CNY), Map.entry("eur", "EUR"), Map.entry("gbp", "GBP"),
                Map.entry("ngn", "NGN"), Map.entry("chf", "CHF"), Map.entry("aud", "AUD"), Map.entry("cad", "CAD"), Map.entry("rub", "RUB"),
                Map.entry("руб", "RUB"), Map.entry("vnd", "VND"), Map.entry("vnđ", "VND"), Map.entry("btc", "BTC"), Map.entry("eth", "ETH"),
                Map.entry("xmr", "XMR"), Map.entry("ltc", "LTC"), Map.entry("trx", "TRX"), Map.entry("pln", "PLN"), Map.entry("aed", "AED"),
                Map.entry("kzt", "KZT"), Map.entry("uah", "UAH"), Map.entry("jpy", "JPY"), Map.entry("krw", "KRW"));
        BEFORE.putAll(words);
        BEFORE.remove("sol");
        BEFORE.remove("ton");
        Map<String, String> signs = Map.ofEntries(
                Map.entry("¥", CNY), Map.entry("￥", CNY), Map.entry("€", "EUR"), Map.entry("£", "GBP"), Map.entry("₦", "NGN"),
                Map.entry("₽", "RUB"), Map.entry("₫", "VND"), Map.entry("₿", "BTC"), Map.entry("₹", "INR"), Map.entry("₱", "PHP"),
                Map.entry("฿", "THB"), Map.entry("₸", "KZT"), Map.entry("₴", "UAH"), Map.entry("₩", "KRW"));
        BEFORE.putAll(signs);
    }

    // 米 is a metre where something is measured, 块 a lump, 分 a minute.
    private static final List<Word> AFTER = List.of(
            word("\\s?块钱|\\s?块(?![头状链砖硬])|\\s?元(?![素旦宝气件])|\\s?(?:大洋|大元)", CNY),
            word("\\s?(?:rmb|cny|yuan|软妹币|人民币|圆|юан\\p{L}+)(?!\\p{IsLatin})|[¥￥](?!\\s?\\d)", CNY),
            word("\\s?米(?![床长宽高线饭粉色白的内外处拍远以])", CNY),
            new Word(Pattern.compile("\\s?(?:毛钱?|角钱?)(?![巾衣孔发毯度色落形])"), CNY, TENTH),
            new Word(Pattern.compile("\\s?分(?:钱|(?![钟之辨类享开期批别数卷组段店局红手成享明]))"), CNY, HUNDREDTH),
            new Word(Pattern.compile("\\s?厘(?!米)"), CNY, THOUSANDTH),
            word("\\s?个?(?:usdt|usd ?t|юсдт|усдт|тезер\\p{L}*|тетер\\p{L}*|tezer\\p{IsLatin}*|u币|u(?![a-z盘盾])|usd tether|tether|油(?![画漆烟]))(?!\\p{IsLatin})", "USDT"),
            word("\\s?(?:\\$(?!\\s?\\d)|💲|us\\$|usd(?!\\p{IsLatin})|dollars?|dol(?!\\p{IsLatin})|bucks|刀(?![具片架])|美刀|美金|美元|долл\\p{L}*\\.?|бакс\\p{L}*|зел[её]н(?:ых|ью|и|ые)(?!\\p{L})|baks\\p{IsLatin}*|đô(?!\\p{L})|đô la|do(?= ?(?:[,.;\n]|$)))", "USD"),
            word("\\s?(?:€(?!\\s?\\d)|eur(?!\\p{IsLatin})|euros?(?!\\p{IsLatin})|欧元|欧(?!洲|美|式)|евро)", "EUR"),
            word("\\s?(?:£|gbp(?!\\p{IsLatin})|pounds?|quid|英镑)", "GBP"),
            new Word(Pattern.compile("\\s?(?:cent(?:s|a|ov)?(?!\\p{IsLatin})|¢|c(?= (?:per|each|a|an|for)(?!\\p{L}))|цент\\p{L}*)"), "USD", HUNDREDTH),
            word("\\s?(?:gel(?!\\p{IsLatin})|лари(?!\\p{L}))", "GEL"),
            word("\\s?(?:uzs(?!\\p{IsLatin})|сум(?:ов|а)?(?!\\p{L}))", "UZS"),
            word("\\s?(?:amd(?!\\p{IsLatin})|драм(?:ов|а)?(?!\\p{L}))", "AMD"),
            word("\\s?(?:azn(?!\\p{IsLatin})|манат(?:ов|а)?(?!\\p{L}))", "AZN"),
            word("\\s?(?:kgs(?!\\p{IsLatin})|сом(?:ов|а)?(?!\\p{L}))", "KGS"),
            new Word(Pattern.compile("\\s?коп(?:\\.|е[а-я]*)?(?!\\p{L})"), "RUB", HUNDREDTH),
            word("\\s?(?:тенге|тг(?!\\p{L})|₸|kzt(?!\\p{IsLatin}))", "KZT"),
            word("\\s?(?:грн|гривен|гривн[ыя]|₴|uah(?!\\p{IsLatin}))", "UAH"),
            word("\\s?个?(?:btc(?!\\p{IsLatin})|₿|bitcoins?|比特币|биткоин\\p{L}*|битк[аоуи]\\p{L}{0,2}(?!\\p{L})|битк(?!\\p{L})|бит(?:ок|ка)?(?!\\p{L}))", "BTC"),
            word("\\s?个?(?:eth(?!\\p{IsLatin})|эфир\\p{L}*)", "ETH"),
            word("\\s?(?:台币|新台币|twd(?!\\p{IsLatin}))", "TWD"),
            word("\\s?(?:港币|港元|hkd(?!\\p{IsLatin}))", "HKD"),
            word("\\s?(?:₹|inr(?!\\p{IsLatin})|rupees?|卢比)", "INR"),
            new Word(Pattern.compile("\\s?paise?(?!\\p{IsLatin})"), "INR", HUNDREDTH),
            word("\\s?pkr(?!\\p{IsLatin})", "PKR"),
            word("\\s?(?:chf(?!\\p{IsLatin})|francs?(?!\\p{IsLatin})|франк\\p{L}*|瑞郎)", "CHF"),
            word("\\s?(?:ngn(?!\\p{IsLatin})|naira(?!\\p{IsLatin})|₦)", "NGN"),
            word("\\s?(?:kes(?!\\p{IsLatin})|ksh(?!\\p{IsLatin}))", "KES"),
            word("\\s?(?:aud(?!\\p{IsLatin})|aussie dollars?)", "AUD"),
            word("\\s?cad(?!\\p{IsLatin})", "CAD"),
            word("\\s?(?:jpy(?!\\p{IsLatin})|yen(?!\\p{IsLatin})|日元|日圆)", "JPY"),
            word("\\s?(?:krw(?!\\p{IsLatin})|won(?!\\p{IsLatin})|₩|韩元)", "KRW"),
            word("\\s?(?:pln(?!\\p{IsLatin})|zł|zloty\\p{IsLatin}*|злот\\p{L}*)", "PLN"),
            word("\\s?(?:aed(?!\\p{IsLatin})|dirhams?(?!\\p{IsLatin}))", "AED"),
            new Word(Pattern.compile("\\s?(?:pence(?!\\p{IsLatin})|p(?= (?:per|each|a|an)(?!\\p{L})))"), "GBP", HUNDREDTH),
            word("\\s?(?:₱|php(?!\\p{IsLatin})|pesos)", "PHP"),
            word("\\s?(?:฿|thb(?!\\p{IsLatin})|baht|泰铢)", "THB"),
            word("\\s?(?:idr(?!\\p{IsLatin})|rupiah)", "IDR"),
            word("\\s?(?:myr(?!\\p{IsLatin})|ringgit|令吉|马币)", "MYR"),
            word("\\s?(?:brl(?!\\p{IsLatin})|reais)", "BRL"),
            word("\\s?(?:₺|lira(?!\\p{IsLatin}))", "TRY"),
            new Word(Pattern.compile("\\s?(?:косар\\p{L}*|тыр(?!\\p{L})|штук[аи]? (?:руб|дерев)\\p{L}*|тонн(?:а|ы)?(?= руб| р))"), "RUB", new BigDecimal(1_000)),
            word("\\s?xmr(?!\\p{IsLatin})|\\s?monero", "XMR"),
            word("\\s?ltc(?!\\p{IsLatin})", "LTC"),
            word("\\s?trx(?!\\p{IsLatin})", "TRX"),
            word("\\s?(?:đ(?!\\p{L})|₫|vn[dđ](?!\\p{IsLatin})|đồng|dong(?!\\p{IsLatin})|d(?![\\p{L}\\d]))", "VND"),
            new Word(Pattern.compile("\\s?(?:củ|cu|chai)(?!\\p{L})"), "VND", new BigDecimal(1_000_000)),
            new Word(Pattern.compile("\\s?(?:lít|lit|xị|xi)(?!\\p{L})"), "VND", new BigDecimal(100_000)),
            new Word(Pattern.compile("\\s?cành(?!\\p{L})"), "VND", new BigDecimal(1_000)),
            word("\\s?(?:₽(?!\\s?\\d)|руб(?:\\.|л[а-я]+|ас\\p{L}+)?(?!\\p{L})|р\\.?(?!\\p{L})|рэ(?!\\p{L})|деревянны\\p{L}+|целковы\\p{L}+|рубчик\\p{L}+|ру6(?!\\p{L})|roubles?(?!\\p{IsLatin})|rub(?:ley|lej|les?|l)?(?!\\p{IsLatin})|rur(?!\\p{IsLatin}))", "RUB"),
            word("\\s?r(?![\\p{IsLatin}0-9'])", CNY));
    // The words that may begin with a character, found out by trying: most numbers are followed by something else.
    private static final Map<Character, List<Word>> BY_FIRST = new ConcurrentHashMap<>();
    private static final Pattern SMALL_CHANGE =
            Pattern.compile("(?<digit>[1-9二两三四五六七八九半])(?<jiao>毛|角)?(?!\\d|[.,]\\d|[万千百十wk]|\\s?[套份张条组个人件g])");

    private static final Pattern TENTH_OF_A_MILLION =
            Pattern.compile(" ?([1-9])(?![.,]?\\d| ?(?:bộ|tấm|người|ảnh|bo|tam|nguoi|anh|file|clip|video))");

    private static final Pattern HALF = Pattern.compile(" ?(?:rưỡi|ruoi|с половиной)(?!\\p{L})");

    private MoneyWords() {}

    /**
     * A currency and where its word ends.
     *
     * @param factor what the word multiplies by: a 毛 is a tenth of a yuan
     * @param extra  small change after it: 5 in 1毛5
     * @param start  of the word
     */
    record Found(String currency, BigDecimal factor, BigDecimal extra, int start, int end) {}

    /** The currency sign or word right before {@code index}. */
    static Optional<Found> before(String text, int index) {
        int end = index;
        while (end > 0 && index - end < 2 && " :".indexOf(text.charAt(end - 1)) >= 0) end--;
        if (end == 0) return Optional.empty();
        char last = text.charAt(end - 1);
        if (last == '$') return dollar(text, end, index);
        if (last == '.' && text.startsWith("rs.", end - 3)) end--;
        else if (TextNormalizer.isHan(last)) return han(text, end, index);
        int start = end - 1;
        if (Character.isLetter(text.charAt(end - 1))) while (start > 0 && end - start < 8 && isLetter(text.charAt(start - 1))) start--;
        String currency = BEFORE.get(text.substring(start, end));
        return currency == null ? Optional.empty() : Optional.of(new Found(currency, BigDecimal.ONE, BigDecimal.ZERO, start, index));
    }

    private static Optional<Found> dollar(String text, int end, int index) {
        int letters = end - 1;
        if (letters > 0 && text.charAt(letters - 1) == ' ') letters--;
        int start = letters;
        while (start > 0 && end - start < 6 && isLetter(text.charAt(start - 1))) start--;
        String country = DOLLARS.get(text.substring(start, letters));
        return Optional.of(new Found(country == null ? "USD" : country, BigDecimal.ONE, BigDecimal.ZERO, country == null ? end - 1 : start, index));
    }

    private static Optional<Found> han(String text, int end, int index) {
        for (String word : HAN_BEFORE)
            if (text.startsWith(word, end - word.length()))
                return Optional.of(new Found(
                        switch (word) {
                            case "新台币", "台币" -> "TWD";
                            case "港币", "港元" -> "HKD";
                            case "u币" -> "USDT";
                            case "人民币" -> CNY;
                            default -> "USD";
                        },
                        BigDecimal.ONE, BigDecimal.ZERO, end - word.length(), index));
        return Optional.empty();
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) && !TextNormalizer.isHan(c);
    }

    /** The currency word right after {@code index}. */
    static Optional<Found> after(String text, int index) {
        int first = index < text.length() && text.charAt(index) == ' ' ? index + 1 : index;
        if (first >= text.length()) return Optional.empty();
        List<Word> words = BY_FIRST.computeIfAbsent(text.charAt(first), MoneyWords::beginningWith);
        if (words.isEmpty() && !Character.isLetter(text.charAt(first))) return Optional.empty();
        Optional<Found> code = code(text, index, first);
        if (code.isPresent()) return code;
        for (Word word : words) {
            Matcher m = word.pattern().matcher(text).region(index, text.length());
            m.useTransparentBounds(true);
            if (!m.lookingAt()) continue;
            int end = m.end();
            BigDecimal extra = BigDecimal.ZERO;
            Matcher tenth = TENTH_OF_A_MILLION.matcher(text).region(end, text.length());
            if (word.factor().compareTo(BigDecimal.valueOf(1_000_000)) == 0 && tenth.useTransparentBounds(true).lookingAt()) {
                extra = new BigDecimal(tenth.group(1)).multiply(word.factor()).multiply(TENTH);
                end = tenth.end();
            }
            Matcher half = HALF.matcher(text).region(end, text.length());
            if (word.factor().compareTo(BigDecimal.valueOf(1_000)) >= 0 && half.useTransparentBounds(true).lookingAt()) {
                extra = word.factor().divide(BigDecimal.TWO);
                end = half.end();
            }
            boolean yuan = text.charAt(end - 1) == '元';
            boolean small = word.factor().compareTo(TENTH) == 0 || (word.factor().compareTo(HUNDREDTH) == 0 && text.charAt(end - 1) == '分');
            boolean spoken = yuan || text.charAt(end - 1) == '块' || small;
            if (spoken && word.currency().equals(CNY)) {
                Matcher change = SMALL_CHANGE.matcher(text).region(end, text.length());
                change.useTransparentBounds(true);
                if (change.lookingAt() && (!yuan || change.group("jiao") != null)) {
                    String said = change.group("digit");
                    int arabic = Character.digit(said.charAt(0), 10);
                    int digit = arabic >= 0 ? arabic : said.equals("半") ? 5 : NumberForms.digit(said.charAt(0));
                    extra = BigDecimal.valueOf(digit).multiply(word.factor()).multiply(TENTH);
                    end = change.end();
                }
            }
            return Optional.of(new Found(word.currency(), word.factor(), extra, index, end));
        }
        return Optional.empty();
    }

    /** The currency that a bare sum means in a language. */
    static Optional<String> inferred(String language) {
        return switch (language) {
            case "zh" -> Optional.of(CNY);
            case "vi" -> Optional.of("VND");
            case "ru" -> Optional.of("RUB");
            case "en" -> Optional.of("USD");
            default -> Optional.empty();
        };
    }

    private static Optional<Found> code(String text, int index, int first) {
        int end = first;
        while (end < text.length() && end - first < 4 && isLetter(text.charAt(end))) end++;
        if (end - first != 3) return Optional.empty();
        String currency = BY_CODE.get(text.substring(first, end));
        return currency == null ? Optional.empty() : Optional.of(new Found(currency, BigDecimal.ONE, BigDecimal.ZERO, index, end));
    }

    @SuppressWarnings("JdkObsolete") // which words might go on behind the first character is what hitEnd tells
    private static List<Word> beginningWith(char first) {
        return AFTER.stream()
                .filter(w -> {
                    Matcher m = w.pattern().matcher(String.valueOf(first));
                    return m.lookingAt() || m.hitEnd();
                })
                .toList();
    }

    private static Word word(String regex, String currency) {
        return new Word(Pattern.compile(regex), currency, BigDecimal.ONE);
    }

    private record Word(Pattern pattern, String currency, BigDecimal factor) {}
}
