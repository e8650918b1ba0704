package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatiosTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "5000套 一套三张|zh|3", "每人5张|zh|5", "一人一张|zh|1", "4 photos per person|en|4", "12 photos each|en|12", "one photo per person|en|1",
        "mỗi người 3 tấm|vi|3",
    })
    void saysHowManyPicturesOnePersonHas(String text, String language, BigDecimal pictures) {
        assertThat(take(text, language).perSet().orElseThrow()).isEqualByComparingTo(pictures);
    }

    @Test
    void takesTheRatioOutOfTheFiguresAndLeavesTheStock() {
        assertThat(take("5000套 一套三张 2000元", "zh").rest()).containsExactly("5000 PERSON", "2000 CNY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5000套 2元一套", "5000张 2元", "每套500张", "每千人5张"})
    void takesStockAndPricesForNoRatio(String text) {
        Sample sample = Sample.of(text, "zh");

        assertThat(take(text, "zh").perSet()).isEmpty();
        assertThat(take(text, "zh").rest()).isEqualTo(sample.said());
    }

    @Test
    void multipliesThePeopleInStock() {
        Deal deal = Sample.of("大头照 500人 每人5张", "zh").deal();

        assertThat(deal.persons()).hasValue(500);
        assertThat(deal.images()).hasValue(2500);
    }

    private static Taken take(String typed, String language) {
        Sample sample = Sample.of(typed, language);
        List<Figure> rest = new ArrayList<>(sample.figures());
        Optional<BigDecimal> perSet = new Ratios(sample.wording()).take(rest, sample.kinds());
        return new Taken(perSet, Sample.said(rest));
    }

    private record Taken(Optional<BigDecimal> perSet, List<String> rest) {}
}
