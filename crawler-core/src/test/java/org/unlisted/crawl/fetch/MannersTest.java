package org.unlisted.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MannersTest {
    private static Manners via(String proxy) {
        return new Manners(Duration.ZERO, 1, Optional.of(URI.create(proxy)), false);
    }

    @Test
    void knowsTwoKindsOfProxy() {
        assertThat(via("socks5://127.0.0.1:9050").overSocks()).isTrue();
        assertThat(via("http://proxy.example:3128/").overSocks()).isFalse();
        assertThat(Manners.plain().overSocks()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://proxy.example:1", "socks4://proxy.example:1", "http://proxy.example", "socks5:9050",
                "http://proxy.example:70000", "http://proxy.example:1/path", "http://u:hunter2@proxy.example:1"
            })
    void refusesOtherProxiesWithoutRepeatingThem(String proxy) {
        assertThatThrownBy(() -> via(proxy))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void refusesDelaysAndCountsOutOfRange() {
        Optional<URI> none = Optional.empty();
        assertThatThrownBy(() -> new Manners(Duration.ofSeconds(-1), 1, none, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Manners(Duration.ofHours(2), 1, none, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Manners(Duration.ZERO, 0, none, false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Manners(Duration.ZERO, 65, none, false)).isInstanceOf(IllegalArgumentException.class);
    }
}
