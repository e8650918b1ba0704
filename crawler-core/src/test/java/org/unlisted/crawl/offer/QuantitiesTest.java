package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "500套|zh|500 PERSON", "500 sets|en|500 PERSON", "6000张|zh|6000 IMAGE", "六千张|zh|6000 IMAGE", "300人|zh|300 PERSON", "300 tấm|vi|300 IMAGE", "300 bộ|vi|300 PERSON",
        "300 người|vi|300 PERSON", "7 тыс. фото|ru|7000 IMAGE", "300 человек|ru|300 PERSON", "300 комплектов|ru|300 PERSON", "1.2w套|zh|12000 PERSON", "18k photos|en|18000 IMAGE",
        "500个人脸|zh|500 FACE", "300 pcs|en|300 PIECE", "300条|zh|300 PIECE",
    })
    void countsWhatTheUnitBehindTheNumberSays(String text, String language, String quantity) {
        assertThat(Sample.of(text, language).said()).containsExactly(quantity);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"3000多张|3000 IMAGE", "3000余套|3000 PERSON", "3000+ sets|3000 PERSON"})
    void takesSomewhatMoreForTheRoundNumber(String text, String quantity) {
        assertThat(Sample.of(text, "zh").said()).containsExactly(quantity);
    }

    @Test
    void countsGoodsThatStandUpToTwoWordsOff() {
        assertThat(Sample.of("18k faces", "en").said()).containsExactly("18000 FACE");
        assertThat(Sample.of("18k fresh stolen selfies", "en").said()).containsExactly("18000 GOODS");
        assertThat(Sample.of("300 fully verified sets", "en").said()).containsExactly("300 PERSON");
        assertThat(Sample.of("300 of the very best sets", "en").said()).containsExactly("300");
    }

    @Test
    void readsTheFieldThatAUnitNames() {
        assertThat(Sample.of("Customers: 41,300", "en").said()).containsExactly("41300 PERSON");
    }

    @Test
    void takesOneForTheUnitOfAPrice() {
        assertThat(Sample.of("1 set", "en").said()).containsExactly("per 1 PERSON");
        assertThat(Sample.of("1张", "zh").said()).containsExactly("per 1 IMAGE");
    }

    @Test
    void takesADotBeforeThreeDigitsForThousandsInFrontOfAUnit() {
        assertThat(Sample.of("1.500 sets", "en").said()).containsExactly("1500 PERSON");
        assertThat(Sample.of("1.500 bộ", "vi").said()).containsExactly("1500 PERSON");
    }

    @Test
    void takesTheUnitInsideALongerWordForNone() {
        assertThat(Sample.of("500 人脸", "zh").said()).containsExactly("500 FACE");
    }

    @Test
    void leavesPreviewsOut() {
        assertThat(Sample.of("20 previews", "en").said()).containsExactly("aside");
    }
}
