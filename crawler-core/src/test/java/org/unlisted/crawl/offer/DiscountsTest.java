package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscountsTest {

    @ParameterizedTest
    @CsvSource({
        "8折, 0.8", "85折, 0.85", "9.5折, 0.95", "七折, 0.7", "20% off, 0.8", "20 % off, 0.8", "5% discount, 0.95", "15% скидка, 0.85", "giảm 15%, 0.85",
        "2.5% off, 0.975",
    })
    void saysWhichPartOfThePriceIsLeft(String text, BigDecimal factor) {
        assertThat(Sample.of(text, "zh").figures()).filteredOn(Figure.Discount.class::isInstance).singleElement()
                .satisfies(d -> assertThat(((Figure.Discount) d).factor()).isEqualByComparingTo(factor));
    }

    @ParameterizedTest
    @ValueSource(strings = {"20%", "99% pass", "100% off", "8套", "8"})
    void leavesPartsOfAnythingElse(String text) {
        assertThat(discount(text)).isEmpty();
    }

    private static Optional<Figure> discount(String typed) {
        Sample sample = Sample.of(typed, "en");
        return new Discounts(sample.marked()).find(sample.number());
    }
}
