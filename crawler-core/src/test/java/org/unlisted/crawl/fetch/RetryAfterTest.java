package org.unlisted.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void readsSecondsAndDates() {
        assertThat(RetryAfter.parse("120", NOW)).contains(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse(" Sun, 22 Nov 2026 10:05:00 GMT ", NOW)).contains(Duration.ofMinutes(5));
    }

    @Test
    void staysBetweenNothingAndADay() {
        assertThat(RetryAfter.parse("999999999", NOW)).contains(Duration.ofHours(24));
        assertThat(RetryAfter.parse("Sun, 22 Nov 2099 10:05:00 GMT", NOW)).contains(Duration.ofHours(24));
        assertThat(RetryAfter.parse("Sun, 22 Nov 1998 10:05:00 GMT", NOW)).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-5", "soon", "1.5", "9999999999999999999999", "Sun, 99 Nov 2026"})
    void makesNothingOfOtherWords(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isEmpty();
    }
}
