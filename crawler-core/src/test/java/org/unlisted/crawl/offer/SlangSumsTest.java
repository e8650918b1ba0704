package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlangSumsTest {

    @ParameterizedTest
    @CsvSource({
        "за всё пятихатка, 500, RUB", "пятисотка за комплект, 500, RUB", "полтинник штука, 50, RUB", "полтос, 50, RUB", "чирик за фото, 10, RUB",
        "червонец, 10, RUB", "за сотку, 100, RUB", "цена сотня, 100, RUB", "за косарь, 1000, RUB", "один косарь, 1000, RUB", "косуха за базу, 1000, RUB",
        "по тыще, 1000, RUB", "полляма, 500000, RUB", "прошу лям, 1000000, RUB",
        "a tenner each, 10, GBP", "a fiver each, 5, GBP", "half a dollar per face, 0.5, USD", "half a buck, 0.5, USD", "half a cent per face, 0.005, USD",
        "half a quid, 0.5, GBP", "half a euro, 0.5, EUR", "a dollar a face, 1, USD", "a buck each, 1, USD", "a quid each, 1, GBP", "a pound each, 1, GBP",
        "a euro each, 1, EUR",
    })
    void knowsSumsThatAreWords(String text, BigDecimal amount, String currency) {
        assertThat(SlangSums.in(text)).singleElement().satisfies(m -> {
            assertThat(m.value()).isEqualByComparingTo(amount);
            assertThat(m.currency()).isEqualTo(currency);
            assertThat(m.inferred()).isFalse();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"высотка", "сотка", "сотни лиц", "5 косарей", "лямка", "тысячи фото", "listener", "a dollars", "a poundcake", "half a million", "the euro"})
    void leavesWordsThatAreNoSum(String text) {
        assertThat(SlangSums.in(text)).isEmpty();
    }

    @Test
    void marksTheWordsOfTheSum() {
        String text = "селфи, пятихатка за всё";

        Figure.Money sum = SlangSums.in(text).getFirst();

        assertThat(text.substring(sum.start(), sum.end())).isEqualTo("пятихатка");
    }

    @Test
    void findsSeveralInATextOfTwoLanguages() {
        assertThat(SlangSums.in("полтинник or a fiver")).extracting(Figure.Money::currency).containsExactly("RUB", "GBP");
    }
}
