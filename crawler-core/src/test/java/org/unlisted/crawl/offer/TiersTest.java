package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TiersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "2000 sets, $3 each, from 500 sets $2 each|en|3|500|2",
        "2000 sets, $3 each, $3600 for the lot|en|3|2000|1.8",
        "人脸 10万张 0.1元一张 满5万张8折|zh|0.1|50000|0.08",
        "身份证正反 5000套 2元一套 全要8000元|zh|2|5000|1.6",
        "身份证正反 5000套 每套2元 满1000套每套1.5元|zh|2|1000|1.5",
        "комплект — 150 р, от 100 комплектов 90 р|ru|150|100|90",
        "活体视频 25元一条 10条220元|zh|25|10|22",
    })
    void readsWhatMoreOfItCosts(String text, String language, BigDecimal price, long min, BigDecimal unitPrice) {
        Deal deal = Sample.of(text, language).deal();

        assertThat(deal.price().orElseThrow().amount()).isEqualByComparingTo(price);
        assertThat(deal.tiers()).singleElement().satisfies(t -> {
            assertThat(t.min()).isEqualTo(min);
            assertThat(t.unitPrice()).isEqualByComparingTo(unitPrice);
        });
        assertThat(deal.tiered()).isTrue();
    }

    @Test
    void keepsEveryTierInOrder() {
        Deal deal = Sample.of("5000 sets, $3 each, from 500 sets $2 each, from 1000 sets $1 each", "en").deal();

        assertThat(deal.tiers()).containsExactly(new Tier(500, BigDecimal.TWO), new Tier(1000, BigDecimal.ONE));
    }

    @Test
    void comparesNoSumsOfTwoCurrencies() {
        assertThat(Sample.of("5000 sets, $3 each, from 500 sets €2 each", "en").deal().tiers()).isEmpty();
    }

    @Test
    void hasNoneWhereOnePriceIsSaid() {
        Deal deal = Sample.of("5000 sets, $3 each", "en").deal();

        assertThat(deal.tiers()).isEmpty();
        assertThat(deal.tiered()).isFalse();
    }

    @Test
    void takesASmallestOrderForTheTalkOfABulkSeller() {
        Deal deal = Sample.of("身份证正反 5000套 每套2元 100套起", "zh").deal();

        assertThat(deal.persons()).hasValue(5000);
        assertThat(deal.tiered()).isTrue();
    }
}
