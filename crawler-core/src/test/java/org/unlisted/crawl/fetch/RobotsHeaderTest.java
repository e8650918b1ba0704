package org.unlisted.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.unlisted.crawl.capture.Exchange;

class RobotsHeaderTest {
    private static RobotsHeader of(String... values) {
        List<Map.Entry<String, String>> headers =
                Stream.of(values).map(v -> Map.entry("x-robots-tag", v)).toList();
        return RobotsHeader.of(
                new Exchange(
                        URI.create("http://shop.example/"), Instant.EPOCH, 200, List.of(), headers, Optional.empty(), false,
                        new byte[0]),
                "Unlisted");
    }

    private static RobotsHeader says(boolean noIndex, boolean noFollow) {
        return new RobotsHeader(noIndex, noFollow);
    }

    @Test
    void saysNothingWhereNothingIsSaid() {
        assertThat(of()).isEqualTo(says(false, false));
        assertThat(of("all, max-snippet: 5, , :")).isEqualTo(says(false, false));
    }

    @Test
    void readsDirectivesForAll() {
        assertThat(of("noindex")).isEqualTo(says(true, false));
        assertThat(of("NoArchive , NoFollow")).isEqualTo(says(false, true));
        assertThat(of("none")).isEqualTo(says(true, true));
        assertThat(of("noindex", "nofollow")).isEqualTo(says(true, true));
    }

    @Test
    void readsWhatIsForThisAgentAndNotWhatIsForAnother() {
        assertThat(of("unlisted: nofollow")).isEqualTo(says(false, true));
        assertThat(of("googlebot: none")).isEqualTo(says(false, false));
        assertThat(of("googlebot: noindex, Unlisted: nofollow, nosnippet")).isEqualTo(says(false, true));
        assertThat(of("unlisted: nosnippet, noindex")).isEqualTo(says(true, false));
        assertThat(of("googlebot: noindex", "nofollow")).isEqualTo(says(false, true));
    }

    @Test
    void takesNoDirectiveWithAValueForAnAgent() {
        assertThat(of("unavailable_after: Sun, 25 Jun 2010 15:00:00 PST, noindex")).isEqualTo(says(true, false));
        assertThat(of("max-image-preview: large, nofollow")).isEqualTo(says(false, true));
    }
}
