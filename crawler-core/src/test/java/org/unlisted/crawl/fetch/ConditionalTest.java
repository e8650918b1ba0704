package org.unlisted.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.fetch.FetchOutcome.Failed.Cause;

class ConditionalTest {
    private static final String DATE = "Sun, 22 Nov 2026 10:05:00 GMT";
    private final WebClient client = HostileServerTest.client(Duration.ofSeconds(5));

    private static Validators validators(String etag, String lastModified) {
        return Validators.of(new Exchange(
                URI.create("http://shop.example/"),
                Instant.EPOCH,
                200,
                List.of(),
                List.of(Map.entry("etag", etag), Map.entry("LAST-MODIFIED", lastModified)),
                Optional.empty(),
                false,
                new byte[0]));
    }

    @Test
    void asksWhetherWhatIsKnownIsStillSo() throws IOException {
        Validators known = validators("W/\"v1\"", DATE);
        try (RawServer server = RawServer.saying("HTTP/1.1 304 Not Modified\r\nETag: W/\"v1\"\r\n\r\n")) {
            assertThat(client.get(new Ask(server.url(), Ask.Want.PAGE, Optional.of(known))))
                    .isInstanceOfSatisfying(FetchOutcome.NotModified.class, same -> {
                        assertThat(same.exchange().status()).isEqualTo(304);
                        assertThat(same.exchange().body()).isEmpty();
                        assertThat(Validators.of(same.exchange()).etag()).contains("W/\"v1\"");
                    });
            assertThat(server.heads())
                    .singleElement()
                    .asString()
                    .contains("If-None-Match: W/\"v1\"\r\n", "If-Modified-Since: " + DATE + "\r\n");
        }
    }

    @Test
    void isToldTheNewPageWhereItChanged() throws IOException {
        try (RawServer server = RawServer.saying("HTTP/1.1 200 OK\r\nETag: \"v2\"\r\nContent-Length: 1\r\n\r\nx")) {
            Ask ask = new Ask(server.url(), Ask.Want.PAGE, Optional.of(validators("\"v1\"", DATE)));
            assertThat(client.get(ask)).isInstanceOf(FetchOutcome.Answered.class);
        }
    }

    @Test
    void callsNotModifiedBrokenWhereNobodyAskedForIt() throws IOException {
        try (RawServer server = RawServer.saying("HTTP/1.1 304 Not Modified\r\n\r\n")) {
            HostileServerTest.assertFailed(client.get(Ask.of(server.url(), Ask.Want.PAGE)), Cause.BROKEN);
        }
    }

    @Test
    void sendsNothingBackThatWouldNotFitIntoAHeader() {
        assertThat(validators("\"caf\u00e9\"", "\u0000").isEmpty()).isTrue();
        assertThat(validators("no quotes", "x".repeat(100)).isEmpty()).isTrue();
        assertThat(validators("\"" + "x".repeat(600) + "\"", DATE).etag()).isEmpty();
        assertThatThrownBy(() -> new Validators(Optional.of("\"a\"\r\nX: y"), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
