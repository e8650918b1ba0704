package org.unlisted.crawl.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @CsvSource({
        "1790848800, 2026-10-01T10:00:00Z",
        "1790848800000, 2026-10-01T10:00:00Z",
        "1790848800.5, 2026-10-01T10:00:00.500Z",
        "2026-10-01T10:00:00+08:00, 2026-10-01T02:00:00Z",
        "2026-10-01T10:00:00.0000000+00:00, 2026-10-01T10:00:00Z",
        "2026-10-01T10:00:00Z, 2026-10-01T10:00:00Z",
        "2026-10-01 10:00:00, 2026-10-01T02:00:00Z",
        "2026-10-01 9:05:00, 2026-10-01T01:05:00Z",
        "2026/10/01 10:00, 2026-10-01T02:00:00Z",
        "01-Oct-26 10:00 AM, 2026-10-01T02:00:00Z",
        "1-Oct-2026 10:00:05 pm, 2026-10-01T14:00:05Z",
        "10/1/2026 10:00 AM, 2026-10-01T02:00:00Z",
        "'10/1/2026, 9:05:07 PM', 2026-10-01T13:05:07Z",
    })
    void readsSecondsMillisecondsAndDates(String text, Instant expected) {
        assertThat(Times.of(text, Times.CHINA)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "0", "-5", "99999999999999999999", "2026-13-01 10:00:00", "9999-01-01T00:00:00Z", "未知时间", "31/12/2026 10:00 AM", "1-Foo-26 10:00 AM"})
    void takesNothingElseForATime(String text) {
        assertThat(Times.of(text, Times.CHINA)).isEmpty();
    }
}
