package org.unlisted.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import crawlercommons.robots.SimpleRobotRules;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OriginCacheTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private final OriginCache cache = new OriginCache(Clock.fixed(NOW, ZoneOffset.UTC), 2);
    private final List<String> asked = new ArrayList<>();

    private void get(String origin) {
        cache.get(origin, o -> {
            asked.add(o);
            return new OriginCache.Entry(
                    new RobotsAnswer(new SimpleRobotRules(), Optional.empty(), false), NOW.plusSeconds(1));
        });
    }

    @Test
    void forgetsWhatWasNotUsedForLongest() {
        get("a");
        get("b");
        get("a");
        get("c");
        get("a");
        get("b");
        assertThat(asked).containsExactly("a", "b", "c", "b");
    }

    @Test
    void keepsNoFailure() {
        assertThatThrownBy(() -> cache.get("a", o -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
        get("a");
        assertThat(asked).containsExactly("a");
    }
}
