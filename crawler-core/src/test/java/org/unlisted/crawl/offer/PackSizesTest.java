package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PackSizesTest {

    @Test
    void takesAPackageWithItsOwnPriceForNoStock() {
        Deal deal = Sample.of("活体视频 25元一条 10条220元", "zh").deal();

        assertThat(deal.persons()).isEmpty();
        assertThat(deal.price()).contains(new Price(new BigDecimal("25"), "CNY", false, Price.Basis.PER_PERSON));
    }

    @Test
    void keepsTheStockThatIsNamedBesideAPackage() {
        assertThat(Sample.of("活体视频 库存800条 25元一条 10条220元", "zh").deal().persons()).hasValue(800);
    }

    @Test
    void takesAQuantityWithOneSumForTheStock() {
        Deal deal = Sample.of("身份证正反 800套 220元", "zh").deal();

        assertThat(deal.persons()).hasValue(800);
        assertThat(deal.price()).contains(new Price(new BigDecimal("220"), "CNY", false, Price.Basis.TOTAL));
    }

    @Test
    void takesTheQuantityOfAVolumePriceForNoStock() {
        assertThat(Sample.of("身份证正反 每套2元 满1000套每套1.5元", "zh").deal().persons()).isEmpty();
    }
}
