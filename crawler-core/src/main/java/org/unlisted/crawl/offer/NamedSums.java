package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers that a currency beside them makes sums: $300, 300块, 1毛5, 1.300đ. Of one text; immutable. */
final class NamedSums {
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
        return MoneyWords.after(text, n.end()).map(w -> {
            String currency = language.equals("ru") && text.substring(w.start(), w.end()).strip().equals("r") ? "RUB" : w.currency();
            // Nobody asks for a thousandth of a dong: 1.300d is 1,300.
            BigDecimal amount = currency.equals("VND") && w.factor().compareTo(BigDecimal.ONE) == 0 ? n.asCount() : n.value();
            return new Figure.Money(amount.multiply(w.factor()).add(w.extra()), currency, false, n.start(), w.end());
        });
    }

    /** In Vietnamese a bare k or tr, nothing counted after it, is thousands or millions of dong: 500k, 2tr4. */
    Optional<Figure> scaled(NumberForms.Reading n) {
        // "6 trăm chị" are six hundred of something, "2 trăm" alone a sum.
        boolean counts = n.scale().equals("trăm") && n.end() + 1 < text.length() && Character.isLetter(text.charAt(n.end() + 1));
        if (!language.equals("vi") || n.scale().isEmpty() || counts) return Optional.empty();
        return Optional.of(new Figure.Money(n.value(), "VND", n.scale().startsWith("k"), n.start(), n.end()));
    }
}
