package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EchoesTest {

    @Test
    void takesWhatIsCountedAndPricedForTheUnit() {
        assertThat(settled("610 cabbies, 30 rub a cabby", "en")).containsExactly("610 PERSON", "30 RUB", "per 1 PERSON");
        assertThat(settled("610 водил, 30 руб за водилу", "ru")).containsExactly("610 PERSON", "30 RUB", "per 1 PERSON");
    }

    @Test
    void hearsTheUnitBeforeTheSumToo() {
        assertThat(settled("610 cabbies, per cabby $3", "en")).containsExactly("610 PERSON", "per 1 PERSON", "3 USD");
    }

    @Test
    void makesNoUnitOfAWordThatCountsNothing() {
        assertThat(settled("610 cabbies, 30 rub a ride", "en")).doesNotContain("per 1 PERSON").contains("610 PERSON", "30 RUB");
    }

    @Test
    void countsPeopleBeforeAnUnknownWordWhereNothingElseIsCounted() {
        assertThat(settled("610 cabbies", "en")).containsExactly("610 PERSON");
        assertThat(settled("610 cabbies of 900 sets", "en")).containsExactly("610", "900 PERSON");
    }

    @Test
    void countsNoYearsNoHalvesAndNoHandful() {
        assertThat(settled("2024 cabbies", "en")).containsExactly("2024");
        assertThat(settled("61.5 cabbies", "en")).containsExactly("61.5");
        assertThat(settled("6 cabbies", "en")).containsExactly("6");
    }

    @Test
    void countsNothingBeforeAnAndOrAnOr() {
        assertThat(settled("610 and more", "en")).containsExactly("610");
        assertThat(settled("610 или больше", "ru")).containsExactly("610");
    }

    private static List<String> settled(String typed, String language) {
        Sample sample = Sample.of(typed, language);
        return Sample.said(new Echoes(sample.text()).settle(sample.figures()));
    }
}
