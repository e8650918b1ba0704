package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers that say which part of the price is left to pay: 8折 and 20% off are 0.8, 85折 is 0.85. Of one text; immutable. */
final class Discounts {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Pattern PERCENT_OFF = Pattern.compile("\\s?%\\s?(?:off|discount|скидк\\p{L})");

    private final MarkedText marked;
    private final String text;

    Discounts(MarkedText marked) {
        this.marked = marked;
        this.text = marked.text();
    }

    /** The number as a discount, if it is one. */
    Optional<Figure> find(NumberForms.Reading n) {
        int end = n.end();
        if (follows('折', end)) {
            BigDecimal tenths = n.value().compareTo(BigDecimal.TEN) > 0 ? n.value().movePointLeft(1) : n.value();
            return Optional.of(new Figure.Discount(tenths.movePointLeft(1), n.start(), end + 1));
        }
        boolean off = marked.lookingAt(PERCENT_OFF, end).isPresent()
                || (follows('%', end) && marked.hasBefore(n.start(), TermClass.DISCOUNT_BEFORE));
        if (!off || n.value().compareTo(HUNDRED) >= 0) return Optional.empty();
        return Optional.of(new Figure.Discount(
                BigDecimal.ONE.subtract(n.value().movePointLeft(2)), n.start(), end + 1));
    }

    private boolean follows(char sign, int end) {
        return end < text.length() && text.charAt(end) == sign;
    }
}
