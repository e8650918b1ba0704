package org.unlisted.console.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.unlisted.sweep.protocol.SweepEvent;

class PlainViewTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2026-12-01T00:00:00Z");

    @Test
    void saysHowAFetchIsDoingTwiceAMinuteAtMost() {
        try (PlainView view = new PlainView(new PrintStream(out, true, UTF_8), () -> now)) {
            for (int second = 0; second <= 60; second++) {
                view.event(gauge(second, 1, Map.of()));
                now = now.plusSeconds(1);
            }
        }
        assertThat(out.toString(UTF_8).lines())
                .containsExactly(
                        "market: fetch 0/3000 · 41 p/s · 1 host",
                        "market: fetch 30/3000 · 41 p/s · 1 host",
                        "market: fetch 60/3000 · 41 p/s · 1 host");
    }

    @Test
    void namesTheReasonsThatLeaveMostOut() {
        Map<String, Integer> skipped = Map.of("robots", 3, "not-found", 2, "timeout", 1, "geo", 1, "login", 40);
        assertThat(GaugeLine.whole(gauge(312, 10, skipped)))
                .isEqualTo("market: fetch 312/3000 · 41 p/s · 10+ hosts · login 40, robots 3, not-found 2");
    }

    @Test
    void slowFetchesAreShownWithATenth() {
        assertThat(GaugeLine.beside(new SweepEvent.Gauge("m", 1, 0, 9, 0.26, 12.6, 0, Map.of(), Map.of())))
                .isEqualTo("0.3 p/s · 13 img/s");
    }

    private static SweepEvent.Gauge gauge(int done, int hosts, Map<String, Integer> skipped) {
        Map<String, Integer> queues = new LinkedHashMap<>();
        for (int host = 0; host < hosts; host++) queues.put("h" + host + ".example", 5);
        return new SweepEvent.Gauge("market", 1, done, 3_000, 41.2, 0, 0, queues, skipped);
    }
}
