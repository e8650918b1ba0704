package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "five hundred selfies|en|500", "two thousand sets|en|2000", "half a million faces|en|500000", "a thousand people|en|1000",
        "six and a half thousand scans|en|6500", "twenty five thousand|en|25000", "a hundred|en|100",
        "năm trăm bộ|vi|500", "hai nghìn người|vi|2000", "ba ngàn ảnh|vi|3000", "một triệu rưỡi|vi|1500000",
        "две тысячи комплектов|ru|2000", "пятьсот фото|ru|500", "полторы тысячи человек|ru|1500", "тысяча лиц|ru|1000",
    })
    void readsNumbersInWords(String text, String language, BigDecimal value) {
        assertThat(NumberWords.in(text)).singleElement()
                .satisfies(n -> assertThat(n.value()).isEqualByComparingTo(value));
    }

    @Test
    void leavesOutWhatIsNoQuantityOfStock() {
        assertThat(NumberWords.in("one of the three best selfies")).isEmpty();
        assertThat(NumberWords.in("два фото")).isEmpty();
    }
}
