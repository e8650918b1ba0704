package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitPricesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "$3 per set|per 1 PERSON", "$3 a person|per 1 PERSON", "5元/张|per 1 IMAGE", "5元一套|per 1 PERSON", "每张5元|per 1 IMAGE", "$3 each|per 1 PIECE", "5元/条|per 1 PIECE",
        "за комплект 5 р|per 1 PERSON", "mỗi bộ 5k|per 1 PERSON", "$12 per 1,000 photos|per 1000 IMAGE", "$12 per 100 photos|per 100 IMAGE", "$12 per 1000|per 1000 GOODS",
        "$12/1k|per 1000 GOODS", "每千张 5元|per 1000 IMAGE",
    })
    void saysWhatThePriceIsFor(String text, String unit) {
        assertThat(units(text)).containsExactly(unit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5000 sets $3", "a hundred photos", "per 100 dollars", "per 250 photos", "per month", "24/7", "每天", "and/or"})
    void leavesWhatIsNoUnit(String text) {
        assertThat(units(text)).isEmpty();
    }

    private static List<String> units(String typed) {
        Sample sample = Sample.of(typed, "en");
        return Sample.said(List.copyOf(new UnitPrices(sample.marked(), "en", NumberWords.in(sample.text())).units()));
    }
}
