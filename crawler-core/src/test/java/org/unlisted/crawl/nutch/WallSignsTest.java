package org.unlisted.crawl.nutch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.listing.Extraction.Wall.Kind;
import org.unlisted.crawl.listing.ListingExtractor;

class WallSignsTest {
    private static Optional<Kind> of(int status, String html, Map<String, String> headers) {
        Exchange answer = new Exchange(
                URI.create("https://a.example/1"), Instant.EPOCH, status, List.of(),
                headers.entrySet().stream().map(h -> Map.entry(h.getKey(), h.getValue())).toList(),
                Optional.empty(), false, html.getBytes(UTF_8));
        return WallSigns.of(answer, new ListingExtractor());
    }

    @Test
    void goesByStatusHeaderAndWords() {
        assertThat(of(401, "", Map.of())).hasValue(Kind.LOGIN);
        assertThat(of(451, "", Map.of())).hasValue(Kind.GEO);
        assertThat(of(403, "", Map.of("CF-Mitigated", "challenge"))).hasValue(Kind.CAPTCHA);
        assertThat(of(403, "<title>访问被拒绝</title><p>您的请求被拦截", Map.of("Content-Type", "text/html"))).hasValue(Kind.BLOCKED);
        assertThat(of(403, "<title>403</title>", Map.of("Content-Type", "text/plain"))).isEmpty();
        assertThat(of(404, "<title>just a moment</title>", Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/item/1, https://login.a.example/?next=1, true",
        "https://a.example/item/1, https://a.example/member/login.php?url=x, true",
        "https://a.example/item/1, https://passport.b.example/, true",
        "https://a.example/login, https://a.example/login2/login, false",
        "https://a.example/item/1, https://a.example/catalogin/5, false",
        "https://a.example/item/1, https://a.example/author/5, false"
    })
    void knowsARedirectToALogIn(String from, String to, boolean login) {
        assertThat(WallSigns.isLogin(URI.create(from), URI.create(to))).isEqualTo(login);
    }
}
