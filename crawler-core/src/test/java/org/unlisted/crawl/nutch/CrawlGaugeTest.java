package org.unlisted.crawl.nutch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrawlGaugeTest {

    @Test
    void keepsTheTenLongestQueuesLongestFirst() {
        Map<String, Integer> queues = new HashMap<>();
        for (int i = 1; i <= 2_000; i++) queues.put("host-" + i + ".example", i);

        assertThat(gauge(queues, 1).queues().values())
                .containsExactly(2_000, 1_999, 1_998, 1_997, 1_996, 1_995, 1_994, 1_993, 1_992, 1_991);
    }

    @Test
    void hostsThatWaitForAsMuchStandInTheOrderOfTheirNames() {
        assertThat(gauge(Map.of("b.example", 2, "c.example", 2, "a.example", 2), 1).queues().keySet())
                .containsExactly("a.example", "b.example", "c.example");
    }

    @Test
    void aRateIsANumber() {
        for (double rate : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1})
            assertThatThrownBy(() -> gauge(Map.of(), rate)).isInstanceOf(IllegalArgumentException.class);
    }

    private static CrawlGauge gauge(Map<String, Integer> queues, double rate) {
        return new CrawlGauge("market", 1, 2, 3, rate, 0, 4, queues, Map.of());
    }
}
