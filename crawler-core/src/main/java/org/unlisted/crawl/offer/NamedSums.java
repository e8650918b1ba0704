package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Numbers that a currency beside them makes sums: $300, 300块, 1毛5, 1.300đ. Of one text; immutable. */
final class NamedSums {
    private static final Pattern LENGTH = Pattern.compile("(?:线|距离|相距|身高|长|宽|高|远|深|监控) ?$");
    private static final Pattern SCORE = Pattern.compile("(?:质量|评分|得分|信用|信誉|好评|芝麻|满分|打) ?$");
    private static final Set<BigDecimal> TEXTING = Set.of(BigDecimal.valueOf(2), BigDecimal.valueOf(4));

    private static final BigDecimal DIMENSIONS = BigDecimal.valueOf(5);

    private final String text;
    private final String language;

    NamedSums(String text, String language) {
        this.text = text;
        this.language = language;
    }

    /** A sign or code before the number: $300, rmb50; it may be said again behind it, as in $300 usd. */
    Optional<Figure> behindSign(NumberForms.Reading n) {
        return MoneyWords.before(text, n.start()).map(sign -> {
            int end = MoneyWords.after(text, n.end()).filter(f -> f.currency().equals(sign.currency()))
                    .map(MoneyWords.Found::end).orElse(n.end());
            return new Figure.Money(n.value(), sign.currency(), false, sign.start(), end);
        });
    }

    /** A sign or word behind the number: 300块, 5 củ, 200 r. */
    Optional<Figure> beforeWord(NumberForms.Reading n) {
        return MoneyWords.after(text, n.end()).filter(w -> !meansElse(n, text.substring(w.start(), w.end()))).map(w -> {
            String currency = language.equals("ru") && text.substring(w.start(), w.end()).strip().equals("r") ? "RUB" : w.currency();
            // Nobody asks for a thousandth of a dong: 1.300d is 1,300.
            BigDecimal amount = currency.equals("VND") && w.factor().compareTo(BigDecimal.ONE) == 0 ? n.asCount() : n.value();
            return new Figure.Money(amount.multiply(w.factor()).add(w.extra()), currency, false, n.start(), w.end());
        });
    }

    /** A cable of three 米 (metres), a score of ninety 分 (points), a mask in 3d, "4 u". */
    private boolean meansElse(NumberForms.Reading n, String word) {
        String before = text.substring(Math.max(0, n.start() - 3), n.start());
        return switch (word.strip()) {
            case "米" -> LENGTH.matcher(before).find();
            case "分" -> SCORE.matcher(before).find();
            case "d" -> !language.equals("vi") && n.value().compareTo(DIMENSIONS) <= 0;
            case "u" -> language.equals("en") && word.startsWith(" ") && TEXTING.contains(n.value());
            default -> false;
        };
    }

    /** In Vietnamese a bare k or tr, nothing counted after it, is thousands or millions of dong: 500k, 2tr4. */
    Optional<Figure> scaled(NumberForms.Reading n) {
        // "6 trăm chị" are six hundred of something, "2 trăm" alone a sum.
        boolean counts = n.scale().equals("trăm") && n.end() + 1 < text.length() && Character.isLetter(text.charAt(n.end() + 1));
        if (!language.equals("vi") || n.scale().isEmpty() || counts) return Optional.empty();
        return Optional.of(new Figure.Money(n.value(), "VND", !n.scale().startsWith("t"), n.start(), n.end()));
    }
}
