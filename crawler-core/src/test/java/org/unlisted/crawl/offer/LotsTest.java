package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LotsTest {

    @Test
    void offersTheFirstLotAndHasAllOfThemAsTiers() {
        Deal deal = lots("100 sets $250, 500 sets $1000").orElseThrow();

        assertThat(deal.persons()).hasValue(100);
        assertThat(deal.price()).contains(new Price(new BigDecimal("250"), "USD", false, Price.Basis.TOTAL));
        assertThat(deal.tiers()).containsExactly(new Tier(100, new BigDecimal("2.5")), new Tier(500, new BigDecimal("2")));
        assertThat(deal.tiered()).isTrue();
    }

    @Test
    void takesOneSumForNoLots() {
        assertThat(lots("100 sets $250")).isEmpty();
    }

    @Test
    void takesSumsThatDoNotGrowForNoLots() {
        assertThat(lots("100 sets $250, 500 sets $200")).isEmpty();
        assertThat(lots("500 sets $250, 100 sets $300")).isEmpty();
    }

    @Test
    void believesNoQuantityThatIsALongRowOfDigits() {
        assertThat(lots("100 sets $250, 9999999999999999999 sets $1000")).isEmpty();
        assertThat(Sample.of("人脸 0.5元一张, 9999999999999999999张 8元, 9999999999999999999张打8折", "zh").deal().tiers()).allSatisfy(t -> assertThat(t.min()).isBetween(1L, 999_999_999_999L));
    }

    @Test
    void takesUnitPricesForNoLots() {
        assertThat(lots("100 sets $2 each, 500 sets $3 each")).isEmpty();
    }

    @Test
    void takesPartsOfALargerStockForNoLots() {
        assertThat(lots("stock 9000 sets. 100 sets $250, 500 sets $1000")).isEmpty();
    }

    /** Nobody sells nothing, and yet somebody writes it. */
    @Property
    void dividesByNoQuantityHoweverSmall(@ForAll("numbers") String few, @ForAll("numbers") String many, @ForAll("numbers") String sum, @ForAll("numbers") String more) {
        Deal deal = Sample.of(few + "套 " + sum + "元, " + many + "套 " + more + "元, 全要" + sum + "元", "zh").deal();

        assertThat(deal.tiers()).allSatisfy(t -> assertThat(t.min()).isPositive());
        deal.pricePerFace().ifPresent(p -> assertThat(p).isNotNegative());
    }

    private static Optional<Deal> lots(String typed) {
        Sample sample = Sample.of(typed, "en");
        return new Lots(sample.wording()).find(new PriceLines(sample.wording(), sample.figures()).readLots(), sample.figures(), sample.kinds(), Optional.empty());
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.of("0", "0.0", "0.3", "0.5", "1", "2", "9", "10", "100", "500", "99999999999999999999", "零", "两", "六千", "1.2w");
    }
}
