package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Money divided by faces: four decimals, or four significant digits below a hundredth. */
final class Ratio {
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    private Ratio() {}

    static BigDecimal of(BigDecimal amount, long faces) {
        return rounded(amount.divide(BigDecimal.valueOf(faces), MathContext.DECIMAL64));
    }

    static BigDecimal rounded(BigDecimal exact) {
        BigDecimal rounded = exact.compareTo(HUNDREDTH) < 0
                ? exact.round(new MathContext(4))
                : exact.setScale(4, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }
}
