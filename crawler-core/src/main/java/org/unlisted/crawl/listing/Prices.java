package org.unlisted.crawl.listing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads price fields: "¥0.50", "1.500.000 đ", "1 200 ₽", "US $1,150.00". Free text is the offer reader's business. */
final class Prices {
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("rmb", "CNY"), Map.entry("cny", "CNY"), Map.entry("cn¥", "CNY"), Map.entry("元", "CNY"),
            Map.entry("块", "CNY"), Map.entry("塊", "CNY"), Map.entry("¥", "CNY"), Map.entry("￥", "CNY"),
            Map.entry("人民币", "CNY"), Map.entry("us$", "USD"), Map.entry("usd", "USD"), Map.entry("$", "USD"),
            Map.entry("美元", "USD"), Map.entry("nt$", "TWD"), Map.entry("twd", "TWD"), Map.entry("hk$", "HKD"),
            Map.entry("hkd", "HKD"), Map.entry("a$", "AUD"), Map.entry("au$", "AUD"), Map.entry("aud", "AUD"),
            Map.entry("c$", "CAD"), Map.entry("ca$", "CAD"), Map.entry("cad", "CAD"), Map.entry("s$", "SGD"),
            Map.entry("sgd", "SGD"), Map.entry("€", "EUR"), Map.entry("eur", "EUR"), Map.entry("euro", "EUR"),
            Map.entry("£", "GBP"), Map.entry("gbp", "GBP"), Map.entry("₫", "VND"), Map.entry("đ", "VND"),
            Map.entry("vnd", "VND"), Map.entry("vnđ", "VND"), Map.entry("đồng", "VND"), Map.entry("₽", "RUB"),
            Map.entry("руб", "RUB"), Map.entry("рублей", "RUB"), Map.entry("рубля", "RUB"), Map.entry("рубль", "RUB"),
            Map.entry("rub", "RUB"), Map.entry("р", "RUB"), Map.entry("₴", "UAH"), Map.entry("грн", "UAH"),
            Map.entry("uah", "UAH"), Map.entry("₸", "KZT"), Map.entry("тг", "KZT"), Map.entry("kzt", "KZT"),
            Map.entry("usdt", "USDT"), Map.entry("₮", "USDT"), Map.entry("tether", "USDT"), Map.entry("btc", "BTC"),
            Map.entry("₿", "BTC"), Map.entry("bitcoin", "BTC"), Map.entry("eth", "ETH"), Map.entry("xmr", "XMR"),
            Map.entry("ltc", "LTC"), Map.entry("trx", "TRX"), Map.entry("usdc", "USDC"), Map.entry("₹", "INR"),
            Map.entry("inr", "INR"), Map.entry("円", "JPY"), Map.entry("jpy", "JPY"), Map.entry("₩", "KRW"),
            Map.entry("원", "KRW"), Map.entry("krw", "KRW"), Map.entry("฿", "THB"), Map.entry("thb", "THB"),
            Map.entry("rm", "MYR"), Map.entry("myr", "MYR"), Map.entry("rp", "IDR"), Map.entry("idr", "IDR"),
            Map.entry("₱", "PHP"), Map.entry("php", "PHP"), Map.entry("zł", "PLN"), Map.entry("pln", "PLN"),
            Map.entry("₺", "TRY"), Map.entry("try", "TRY"), Map.entry("brl", "BRL"), Map.entry("r$", "BRL"),
            Map.entry("chf", "CHF"), Map.entry("港币", "HKD"), Map.entry("新台币", "TWD"));
    /** Written with a dot between thousands and without fractions. */
    private static final Set<String> DOTTED = Set.of("VND", "IDR", "RUB", "EUR", "UAH", "KZT", "PLN", "BRL", "TRY", "CHF");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:[ \\u00A0\\u2009\\u202F'.,]\\d{1,6}){0,8}");
    private static final Pattern WORD = Pattern.compile("[\\p{L}]{0,3}[\\p{Sc}￥]|\\p{L}{1,12}|₮|₿");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[.,]\\d{3})+");
    private static final Pattern BEHIND_UNIT = Pattern.compile("\\s?(tr|k)(\\d{1,3})(?![\\p{L}\\d.,])");
    private static final int LONGEST = 80;

    private Prices() {}

    /**
     * What a price field shows.
     *
     * @param language of the site, for its thousands
     */
    static AskedPrice shown(String displayed, String language) {
        return new AskedPrice(displayed, displayed, amount(displayed, "", language), currency(displayed));
    }

    /** Amount and currency as markup has them; the currency may be empty. */
    static AskedPrice marked(String amount, String currency, String language) {
        String text = currency.isBlank() || amount.contains(currency) ? amount.strip() : amount.strip() + " " + currency.strip();
        Optional<String> code = code(currency).or(() -> currency(amount));
        Optional<BigDecimal> exact = plain(amount.strip());
        return new AskedPrice(text, text, exact.isPresent() ? exact : amount(amount, code.orElse(""), language), code);
    }

    /** The marked-up price in the words in which the page shows it, where those say the same. */
    static AskedPrice joined(AskedPrice marked, Optional<AskedPrice> shown) {
        if (shown.isEmpty() || marked.amount().isEmpty() || shown.get().amount().isEmpty()) return marked;
        if (marked.amount().get().compareTo(shown.get().amount().get()) != 0) return marked;
        return new AskedPrice(
                marked.text(), shown.get().displayed(), marked.amount(), marked.currency().or(() -> shown.get().currency()));
    }

    /** ISO 4217 from a code, a sign or a word. */
    static Optional<String> code(String word) {
        String bare = word.strip();
        if (bare.isEmpty() || bare.length() > 12) return Optional.empty();
        String known = CODES.get(bare.toLowerCase(Locale.ROOT).replaceAll("\\.$", ""));
        if (known != null) return Optional.of(known);
        return bare.length() <= 5 && bare.chars().allMatch(c -> c >= 'A' && c <= 'Z') && bare.length() >= 3
                ? Optional.of(bare)
                : Optional.empty();
    }

    static Optional<String> currency(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        Matcher m = WORD.matcher(bounded);
        while (m.find()) {
            String word = m.group().toLowerCase(Locale.ROOT);
            String code = CODES.get(word);
            if (code == null && word.length() > 1) code = CODES.get(word.substring(word.length() - 1));
            boolean sign = code != null && (word.length() > 1 || !Character.isLetter(word.charAt(0)) || isBesideNumber(bounded, m));
            if (code != null && sign && (CODES.containsKey(word) || isSign(word))) return Optional.of(code);
            // 1.5万元, 50元一套: Han words are not spaced
            if (word.indexOf('元') >= 0 || word.indexOf('块') >= 0) return Optional.of("CNY");
        }
        return Optional.empty();
    }

    private static boolean isSign(String word) {
        char last = word.charAt(word.length() - 1);
        return Character.getType(last) == Character.CURRENCY_SYMBOL || last == '￥';
    }

    private static boolean isBesideNumber(String text, Matcher word) {
        for (int i = word.start() - 1; i >= 0; i--)
            if (!Character.isSpaceChar(text.charAt(i))) return Character.isDigit(text.charAt(i));
        return false;
    }

    /** The first number, by the habits of its currency and language, times the word behind it (万, k, triệu). */
    static Optional<BigDecimal> amount(String text, String currency, String language) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        Matcher m = NUMBER.matcher(bounded);
        if (!m.find()) return Optional.empty();
        String code = currency.isEmpty() ? currency(bounded).orElse("") : currency;
        Optional<BigDecimal> number = number(m.group(), code, language);
        String rest = bounded.substring(m.end());
        return number.map(n -> n.multiply(factor(rest)).add(behindUnit(rest)));
    }

    /** Vietnamese puts the fraction behind the unit: 2tr5 is 2.5 million. */
    private static BigDecimal behindUnit(String rest) {
        Matcher m = BEHIND_UNIT.matcher(rest.toLowerCase(Locale.ROOT));
        if (!m.lookingAt()) return BigDecimal.ZERO;
        String digits = m.group(2);
        return new BigDecimal(digits).multiply(factor(m.group(1))).movePointLeft(digits.length()).stripTrailingZeros();
    }

    private static BigDecimal factor(String rest) {
        String after = rest.stripLeading().toLowerCase(Locale.ROOT);
        if (after.startsWith("万") || after.startsWith("萬") || after.startsWith("w元")) return BigDecimal.valueOf(10_000);
        if (after.startsWith("千")) return BigDecimal.valueOf(1_000);
        for (String million : List.of("triệu", "млн", "million"))
            if (after.startsWith(million)) return BigDecimal.valueOf(1_000_000);
        if (after.startsWith("tr") && (after.length() == 2 || !Character.isLetter(after.charAt(2))))
            return BigDecimal.valueOf(1_000_000);
        if (after.startsWith("тыс") || after.startsWith("nghìn") || after.startsWith("ngàn")) return BigDecimal.valueOf(1_000);
        boolean k = (after.startsWith("k") || after.startsWith("к")) && (after.length() == 1 || !Character.isLetter(after.charAt(1)));
        return k ? BigDecimal.valueOf(1_000) : BigDecimal.ONE;
    }

    private static Optional<BigDecimal> number(String found, String currency, String language) {
        StringBuilder joined = new StringBuilder();
        String[] groups = found.split("[ \\u00A0\\u2009\\u202F']", -1);
        joined.append(groups[0]);
        // "1 200" is one number, "5 10" two
        for (int i = 1; i < groups.length; i++) {
            String digits = groups[i].split("[.,]", 2)[0];
            if (digits.length() != 3 || groups[i - 1].length() > 3) break;
            joined.append(groups[i]);
        }
        String s = joined.toString();
        int dot = s.lastIndexOf('.');
        int comma = s.lastIndexOf(',');
        if (dot >= 0 && comma >= 0) {
            char decimal = dot > comma ? '.' : ',';
            return plain(s.replace(decimal == '.' ? "," : ".", "").replace(decimal, '.'));
        }
        if (dot < 0 && comma < 0) return plain(s);
        char sign = dot >= 0 ? '.' : ',';
        boolean many = s.indexOf(sign) != s.lastIndexOf(sign);
        boolean grouped = GROUPED.matcher(s).matches() && !s.startsWith("0");
        boolean thousands = many || (grouped && (sign == ',' ? !isCommaDecimal(currency) : isDotted(currency, language)));
        return plain(thousands ? s.replace(String.valueOf(sign), "") : s.replace(sign, '.'));
    }

    private static boolean isCommaDecimal(String currency) {
        return currency.equals("BTC") || currency.equals("ETH") || currency.equals("XMR");
    }

    private static boolean isDotted(String currency, String language) {
        if (DOTTED.contains(currency)) return true;
        boolean site = language.startsWith("vi") || language.startsWith("ru") || language.startsWith("de")
                || language.startsWith("id") || language.startsWith("es") || language.startsWith("pt")
                || language.startsWith("it") || language.startsWith("tr");
        return site && currency.isEmpty();
    }

    private static Optional<BigDecimal> plain(String digits) {
        if (digits.isEmpty() || digits.length() > 24) return Optional.empty();
        boolean point = false;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c == '.' && !point && i > 0 && i < digits.length() - 1) point = true;
            else if (c < '0' || c > '9') return Optional.empty();
        }
        return Optional.of(new BigDecimal(digits));
    }
}
