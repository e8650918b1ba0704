package org.unlisted.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.unlisted.crawl.capture.Exchange;

class CookiesTest {
    private static final String SETS = """
            HTTP/1.1 200 OK\r
            Content-Type: text/html\r
            Set-Cookie: sid=1; Path=/\r
            Set-Cookie: wide=2; Domain=example\r
            Content-Length: 0\r
            \r
            """;

    private static WebClient client(boolean cookies) {
        Manners manners = new Manners(Duration.ZERO, 8, Optional.empty(), cookies);
        FetchPolicy policy =
                new FetchPolicy("Unlisted", "https://unlisted.example/", Duration.ofSeconds(5), 1_000, true, manners);
        return new WebClient(
                policy,
                new HostLimiter(Clock.systemUTC(), Thread::sleep),
                host -> List.of(InetAddress.getLoopbackAddress()),
                plain -> {});
    }

    private static Exchange ask(WebClient client, String host, RawServer server) {
        URI url = URI.create("http://" + host + ":" + server.port() + "/");
        FetchOutcome outcome = client.get(Ask.of(url, Ask.Want.PAGE));
        assertThat(outcome).isInstanceOf(FetchOutcome.Answered.class);
        return ((FetchOutcome.Answered) outcome).exchange();
    }

    private static Optional<String> cookie(Exchange exchange) {
        return exchange.requestHeaders().stream()
                .filter(h -> h.getKey().equalsIgnoreCase("Cookie"))
                .map(java.util.Map.Entry::getValue)
                .findFirst();
    }

    @Test
    void sendsNoneBackByDefault() throws IOException {
        try (RawServer server = RawServer.saying(SETS)) {
            WebClient client = client(false);
            ask(client, "a.shop.example", server);
            assertThat(cookie(ask(client, "a.shop.example", server))).isEmpty();
            assertThat(server.heads()).noneMatch(head -> head.contains("Cookie"));
        }
    }

    @Test
    void sendsThemToTheHostThatSetThemAndToNoOther() throws IOException {
        try (RawServer server = RawServer.saying(SETS)) {
            WebClient client = client(true);
            assertThat(cookie(ask(client, "a.shop.example", server))).isEmpty();
            assertThat(cookie(ask(client, "a.shop.example", server)).orElseThrow()).contains("sid=1");
            assertThat(cookie(ask(client, "b.shop.example", server))).isEmpty();
            assertThat(cookie(ask(client(true), "a.shop.example", server))).isEmpty();
        }
    }

    @Test
    void neverSendsAReferer() throws IOException {
        try (RawServer server = RawServer.saying(SETS)) {
            WebClient client = client(true);
            ask(client, "a.shop.example", server);
            ask(client, "a.shop.example", server);
            assertThat(server.heads()).hasSize(2).noneMatch(head -> head.toLowerCase(java.util.Locale.ROOT).contains("referer"));
        }
    }
}
