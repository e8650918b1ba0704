package org.unlisted.crawl.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.crawl.capture.Exchange;

class WebClientTest {
    private static final int LIMIT = 1_000;
    private Loopback server;
    private final WebClient client = new WebClient(policy(true, Duration.ofSeconds(5)));

    static FetchPolicy policy(boolean allowLoopback, Duration timeout) {
        return new FetchPolicy("Unlisted", "https://unlisted.example/crawler", timeout, LIMIT, allowLoopback);
    }

    @BeforeEach
    void serve() throws IOException {
        server = new Loopback();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Exchange answered(String path) {
        FetchOutcome outcome = client.get(server.url(path), false);
        assertThat(outcome).isInstanceOf(FetchOutcome.Answered.class);
        return ((FetchOutcome.Answered) outcome).exchange();
    }

    @Test
    void keepsWhatWentOverTheWire() throws Exception {
        server.html("/a", "<p>出售</p>");

        Exchange exchange = answered("/a");

        assertThat(exchange.status()).isEqualTo(200);
        assertThat(new String(exchange.body(), UTF_8)).isEqualTo("<p>出售</p>");
        assertThat(exchange.truncated()).isFalse();
        assertThat(exchange.peer()).contains(InetAddress.ofLiteral("127.0.0.1"));
        assertThat(exchange.responseHeaders())
                .anySatisfy(h -> assertThat(h.getValue()).isEqualTo("text/html; charset=utf-8"));
        assertThat(exchange.requestHeaders())
                .anySatisfy(h -> assertThat(h.getValue()).contains("Unlisted/"));
    }

    @Test
    void saysWhoItIsAndWhomToAsk() {
        server.html("/a", "x");
        answered("/a");
        assertThat(server.agentAt("/a")).startsWith("Unlisted/").contains("+https://unlisted.example/crawler");
    }

    @Test
    void cutsLongBodiesAndMarksThem() {
        server.reply("/long", 200, Map.of("Content-Type", "text/plain"), new byte[LIMIT + 1]);
        server.reply("/fits", 200, Map.of("Content-Type", "text/plain"), new byte[LIMIT]);
        assertThat(answered("/long").truncated()).isTrue();
        assertThat(answered("/long").body()).hasSize(LIMIT);
        assertThat(answered("/fits").truncated()).isFalse();
    }

    @Test
    void tellsRedirectsWithoutFollowingThem() {
        server.reply("/old", 301, Map.of("Location", "/new?x=1"), new byte[0]);
        assertThat(client.get(server.url("/old"), false))
                .isEqualTo(new FetchOutcome.Redirected(301, server.url("/new?x=1")));
        assertThat(server.asked()).containsExactly("/old");
    }

    @Test
    void readsPicturesOnlyWhereAnOfferAskedForThem() {
        server.reply("/p", 200, Map.of("Content-Type", "image/jpeg"), new byte[] {1, 2, 3});
        assertThat(client.get(server.url("/p"), false)).isInstanceOf(FetchOutcome.UnaskedPicture.class);
        assertThat(client.get(server.url("/p"), true)).isInstanceOf(FetchOutcome.Answered.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::1]",
                "[::ffff:127.0.0.1]", "localhost"
            })
    void neverReachesAnInsideAddressHoweverItIsSpelt(String host) {
        WebClient guarded = new WebClient(policy(false, Duration.ofSeconds(5)));
        URI url = URI.create("http://" + host + ":" + server.url("/").getPort() + "/secret");
        assertThat(guarded.get(url, false)).isInstanceOf(FetchOutcome.Blocked.class);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        FetchOutcome outcome = client.get(URI.create("http://127.0.0.1:" + free + "/"), false);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        FetchOutcome.Failed.class,
                        f -> assertThat(f.cause()).isEqualTo(FetchOutcome.Failed.Cause.UNREACHABLE));
    }

    @Test
    void givesUpOnServersThatNeverAnswer() throws IOException {
        WebClient hasty = new WebClient(policy(true, Duration.ofMillis(200)));
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("http://127.0.0.1:" + mute.getLocalPort() + "/");
            assertThat(hasty.get(url, false))
                    .isInstanceOfSatisfying(
                            FetchOutcome.Failed.class,
                            f -> assertThat(f.cause()).isEqualTo(FetchOutcome.Failed.Cause.TIMEOUT));
        }
    }
}
