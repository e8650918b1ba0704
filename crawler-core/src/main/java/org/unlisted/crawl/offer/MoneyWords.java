package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How money is written before and after a number, in the normalised text. */
final class MoneyWords {
    private static final String CNY = "CNY";
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final BigDecimal THOUSANDTH = new BigDecimal("0.001");

    private static final List<Word> BEFORE = List.of(
            word("(?:nt ?\\$|台币)[:\\s]?$", "TWD"),
            word("(?:hk ?\\$|港币)[:\\s]?$", "HKD"),
            word("(?:r\\$)\\s?$", "BRL"),
            word("(?:(?<![a-z])(?:inr|rs\\.?)|₹)\\s?$", "INR"),
            word("(?<![a-z])pkr\\s?$", "PKR"),
            word("(?:(?<![a-z])php|₱)\\s?$", "PHP"),
            word("(?:(?<![a-z])thb|฿)\\s?$", "THB"),
            word("(?:(?<![a-z])(?:idr|rp))\\s?$", "IDR"),
            word("(?:(?<![a-z])(?:myr|rm))\\s?$", "MYR"),
            word("(?:us ?)?\\$\\s?$", "USD"),
            word("(?<![a-z])(?:usdt|tether|юсдт|u币)[:\\s]{0,2}$", "USDT"),
            word("(?<![a-z])usd[:\\s]{0,2}$", "USD"),
            word("(?:[¥￥]|(?<![a-z])(?:rmb|cny))[:\\s]{0,2}$", CNY),
            word("(?:€|(?<![a-z])eur)\\s?$", "EUR"),
            word("(?:£|(?<![a-z])gbp)\\s?$", "GBP"),
            word("(?:₽|(?<!\\p{L})(?:rub|руб))[:\\s]{0,2}$", "RUB"),
            word("(?:₫|(?<![a-z])vn[dđ])\\s?$", "VND"),
            word("(?:₿|(?<![a-z])btc)[:\\s]{0,2}$", "BTC"));
    private static final Pattern SIGN_OR_LETTER = Pattern.compile("[\\p{L}$€£¥￥₽₫₿₹₱฿:.\\s]");

    // 米 is a metre where something is measured, 块 a lump, 分 a minute.
    private static final List<Word> AFTER = List.of(
            word("\\s?块钱|\\s?块(?![头状链砖硬])|\\s?元(?![素旦宝气件])|\\s?(?:大洋|大元)", CNY),
            word("\\s?(?:rmb|cny|yuan|软妹币|人民币|圆)(?!\\p{IsLatin})|[¥￥](?!\\s?\\d)", CNY),
            word("\\s?米(?![床长宽高线饭粉色白的])", CNY),
            new Word(Pattern.compile("\\s?(?:毛钱?|角钱?)(?![巾衣孔发毯度色落])"), CNY, TENTH),
            new Word(Pattern.compile("\\s?分(?:钱|(?![钟之辨类享开期批别数卷组段店局红手成享明]))"), CNY, HUNDREDTH),
            new Word(Pattern.compile("\\s?厘(?!米)"), CNY, THOUSANDTH),
            word("\\s?(?:usdt|usd ?t|юсдт|усдт|u币|u(?![a-z盘盾])|tether|油(?![画漆烟]))(?!\\p{IsLatin})", "USDT"),
            word("\\s?(?:\\$(?!\\s?\\d)|us\\$|usd(?!\\p{IsLatin})|dollars?|dol(?!\\p{IsLatin})|bucks|刀(?![具片架])|美刀|美金|美元|долл\\p{L}*\\.?|бакс\\p{L}*|đô(?!\\p{L})|đô la)", "USD"),
            word("\\s?(?:€(?!\\s?\\d)|eur(?!\\p{IsLatin})|euros?|欧元|欧(?!洲|美|式)|евро)", "EUR"),
            word("\\s?(?:£|gbp(?!\\p{IsLatin})|pounds?|quid|英镑)", "GBP"),
            new Word(Pattern.compile("\\s?(?:cents?(?!\\p{IsLatin})|¢)"), "USD", HUNDREDTH),
            new Word(Pattern.compile("\\s?коп(?:\\.|е[а-я]*)?(?!\\p{L})"), "RUB", HUNDREDTH),
            word("\\s?(?:тенге|₸|kzt(?!\\p{IsLatin}))", "KZT"),
            word("\\s?(?:грн|гривен|гривн[ыя]|₴|uah(?!\\p{IsLatin}))", "UAH"),
            word("\\s?(?:btc(?!\\p{IsLatin})|₿|bitcoins?|比特币|биткоин\\p{L}*)", "BTC"),
            word("\\s?(?:eth(?!\\p{IsLatin})|эфир\\p{L}*)", "ETH"),
            word("\\s?(?:台币|新台币|twd(?!\\p{IsLatin}))", "TWD"),
            word("\\s?(?:港币|港元|hkd(?!\\p{IsLatin}))", "HKD"),
            word("\\s?(?:₹|inr(?!\\p{IsLatin})|rupees?|卢比)", "INR"),
            word("\\s?pkr(?!\\p{IsLatin})", "PKR"),
            word("\\s?(?:₱|php(?!\\p{IsLatin})|pesos)", "PHP"),
            word("\\s?(?:฿|thb(?!\\p{IsLatin})|baht|泰铢)", "THB"),
            word("\\s?(?:idr(?!\\p{IsLatin})|rupiah)", "IDR"),
            word("\\s?(?:myr(?!\\p{IsLatin})|ringgit|令吉|马币)", "MYR"),
            word("\\s?(?:brl(?!\\p{IsLatin})|reais)", "BRL"),
            word("\\s?(?:₺|lira(?!\\p{IsLatin}))", "TRY"),
            new Word(Pattern.compile("\\s?(?:косар\\p{L}*|тонн(?:а|ы)?(?= руб| р))"), "RUB", new BigDecimal(1_000)),
            word("\\s?xmr(?!\\p{IsLatin})|\\s?monero", "XMR"),
            word("\\s?ltc(?!\\p{IsLatin})", "LTC"),
            word("\\s?trx(?!\\p{IsLatin})", "TRX"),
            word("\\s?(?:đ(?!\\p{L})|₫|vn[dđ](?!\\p{IsLatin})|đồng|dong(?!\\p{IsLatin})|d(?![\\p{L}\\d]))", "VND"),
            new Word(Pattern.compile("\\s?(?:củ|cu|chai)(?!\\p{L})"), "VND", new BigDecimal(1_000_000)),
            new Word(Pattern.compile("\\s?(?:lít|lit|xị)(?!\\p{L})"), "VND", new BigDecimal(100_000)),
            new Word(Pattern.compile("\\s?cành(?!\\p{L})"), "VND", new BigDecimal(1_000)),
            word("\\s?(?:₽(?!\\s?\\d)|руб(?:\\.|л[а-я]+|ас\\p{L}+)?(?!\\p{L})|р\\.?(?!\\p{L})|рэ(?!\\p{L})|rub(?:ley|lej|l)?(?!\\p{IsLatin})|rur(?!\\p{IsLatin}))", "RUB"),
            word("\\s?r(?![\\p{IsLatin}0-9'])", CNY));
    // What the words above begin with: most numbers are followed by something else, and need no search.
    private static final String FIRST_LETTERS = "块元大rcy软人圆¥￥米毛角分厘uюу油t$d刀美дбđ€e欧£gpq英b₿比₫vcl₽рrкэmx¢тг₸₴kh台新港₹i卢₱฿泰令马₺lкmyp";
    private static final Pattern SMALL_CHANGE =
            Pattern.compile("(?<digit>[1-9二两三四五六七八九半])(?<jiao>毛|角)?(?!\\d|[.,]\\d|[万千百十wk]|\\s?[套份张条组个人件g])");

    private static final Pattern TENTH_OF_A_MILLION =
            Pattern.compile(" ?([1-9])(?![.,]?\\d| ?(?:bộ|tấm|người|ảnh|bo|tam|nguoi|anh|file|clip|video))");

    private MoneyWords() {}

    /**
     * A currency and where its word ends.
     *
     * @param factor what the word multiplies by: a 毛 is a tenth of a yuan
     * @param extra  small change after it: 5 in 1毛5
     * @param start  of the word
     */
    record Found(String currency, BigDecimal factor, BigDecimal extra, int start, int end) {}

    /** The currency sign right before {@code index}. */
    static Optional<Found> before(String text, int index) {
        if (index == 0 || !SIGN_OR_LETTER.matcher(text).region(index - 1, index).matches()) return Optional.empty();
        String left = text.substring(Math.max(0, index - 8), index);
        for (Word word : BEFORE) {
            Matcher m = word.pattern().matcher(left);
            if (m.find()) {
                int start = index - left.length() + m.start();
                return Optional.of(new Found(word.currency(), word.factor(), BigDecimal.ZERO, start, index));
            }
        }
        return Optional.empty();
    }

    /** The currency word right after {@code index}. */
    static Optional<Found> after(String text, int index) {
        int first = index < text.length() && text.charAt(index) == ' ' ? index + 1 : index;
        if (first >= text.length() || FIRST_LETTERS.indexOf(text.charAt(first)) < 0) return Optional.empty();
        for (Word word : AFTER) {
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
            boolean yuan = text.charAt(end - 1) == '元';
            boolean spoken = yuan || text.charAt(end - 1) == '块' || word.factor().compareTo(TENTH) == 0;
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

    private static Word word(String regex, String currency) {
        return new Word(Pattern.compile(regex), currency, BigDecimal.ONE);
    }

    private record Word(Pattern pattern, String currency, BigDecimal factor) {}
}
