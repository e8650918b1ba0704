package org.unlisted.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.fetch.FetchOutcome.Failed.Cause;

class ProxyTest {
    private static final String PAGE = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nhi";
    /** A look-up of a target would be a leak. */
    private static final Dns NEVER = host -> {
        throw new UnknownHostException("looked up " + host);
    };

    private static WebClient through(URI proxy) {
        Manners manners = new Manners(Duration.ZERO, 8, Optional.of(proxy), false);
        FetchPolicy policy = new FetchPolicy(
                "Unlisted", "https://unlisted.example/crawler", Duration.ofSeconds(5), 1_000, false, manners);
        return new WebClient(policy, new HostLimiter(Clock.systemUTC(), Thread::sleep), NEVER, plain -> {});
    }

    private static FetchOutcome ask(WebClient client, String url) {
        return client.get(Ask.of(URI.create(url), Ask.Want.PAGE));
    }

    private static void assertAnsweredWithoutPeer(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(FetchOutcome.Answered.class);
        Exchange exchange = ((FetchOutcome.Answered) outcome).exchange();
        assertThat(new String(exchange.body(), java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("hi");
        assertThat(exchange.peer()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.example", "abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrstuvwx.onion"})
    void leavesNamesToASocksProxy(String host) throws IOException {
        try (RawServer server = RawServer.saying(PAGE);
                SocksServer proxy = new SocksServer(server.port())) {
            assertAnsweredWithoutPeer(ask(through(proxy.url()), "http://" + host + "/x"));
            assertThat(proxy.asked()).containsExactly("domain " + host + ":80");
            assertThat(server.heads()).singleElement().asString().startsWith("GET /x HTTP/1.1").contains("Host: " + host);
        }
    }

    @Test
    void leavesNamesToAnHttpProxy() throws IOException {
        try (RawServer proxy = RawServer.saying(PAGE)) {
            URI url = URI.create("http://127.0.0.1:" + proxy.port());
            assertAnsweredWithoutPeer(ask(through(url), "http://shop.example/x"));
            assertThat(proxy.heads()).singleElement().asString().startsWith("GET http://shop.example/x HTTP/1.1");
        }
    }

    @Test
    void asksAnHttpProxyForATunnelWhereThePageIsEncrypted() throws IOException {
        try (RawServer proxy = RawServer.saying("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")) {
            URI url = URI.create("http://localhost:" + proxy.port());
            HostileServerTest.assertFailed(ask(through(url), "https://shop.example/x"), Cause.UNREACHABLE);
            assertThat(proxy.heads()).isNotEmpty().allMatch(head -> head.startsWith("CONNECT shop.example:443 "));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.0.0.1", "169.254.169.254", "[::1]", "[fd00:ec2::254]", "0x7f.1", "2130706433", "localhost",
                "printer.local", "metadata.google.internal", "router", "a.localhost"
            })
    void refusesInsideHostsThroughAProxyAsWell(String host) throws IOException {
        try (RawServer server = RawServer.saying(PAGE);
                SocksServer socks = new SocksServer(server.port())) {
            assertThat(ask(through(socks.url()), "http://" + host + "/")).isInstanceOf(FetchOutcome.Blocked.class);
            assertThat(ask(through(URI.create("http://127.0.0.1:" + server.port())), "http://" + host + "/"))
                    .isInstanceOf(FetchOutcome.Blocked.class);
            assertThat(socks.asked()).isEmpty();
            assertThat(server.heads()).isEmpty();
        }
    }

    @Test
    void neverLooksAnOnionUp() throws IOException {
        FetchOutcome.Blocked needsTor = new FetchOutcome.Blocked(".onion needs a Tor proxy");
        WebClient direct = new WebClient(
                WebClientTest.policy(false, Duration.ofSeconds(5)),
                new HostLimiter(Clock.systemUTC(), Thread::sleep),
                NEVER,
                plain -> {});
        assertThat(ask(direct, "http://abc.onion/")).isEqualTo(needsTor);
        try (RawServer proxy = RawServer.saying(PAGE)) {
            URI url = URI.create("http://127.0.0.1:" + proxy.port());
            assertThat(ask(through(url), "http://abc.onion./")).isEqualTo(needsTor);
            assertThat(proxy.heads()).isEmpty();
        }
    }

    @Test
    void saysThatTheProxyReachesNobody() throws IOException {
        try (SocksServer proxy = new SocksServer(0)) {
            HostileServerTest.assertFailed(ask(through(proxy.url()), "http://shop.example/"), Cause.UNREACHABLE);
        }
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        URI nobody = URI.create("http://127.0.0.1:" + free);
        HostileServerTest.assertFailed(ask(through(nobody), "http://shop.example/"), Cause.UNREACHABLE);
    }
}
