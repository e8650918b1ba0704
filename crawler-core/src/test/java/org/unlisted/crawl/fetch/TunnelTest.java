package org.unlisted.crawl.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.crawl.fetch.FetchOutcome.Failed.Cause;

/** Encrypted pages through an HTTP proxy: it learns the host's name, and nothing else. */
class TunnelTest {
    private static final HeldCertificate CERTIFICATE =
            new HeldCertificate.Builder().addSubjectAlternativeName("shop.example").build();

    private final MockWebServer shop = new MockWebServer();

    @BeforeEach
    void serve() throws IOException {
        shop.useHttps(new HandshakeCertificates.Builder().heldCertificate(CERTIFICATE).build().sslSocketFactory());
        shop.start(InetAddress.getLoopbackAddress(), 0);
        shop.enqueue(new MockResponse.Builder().body("hi").build());
    }

    @AfterEach
    void stop() {
        shop.close();
    }

    /** A look-up of a target would be a leak. */
    private static WebClient through(URI proxy) {
        Manners manners = new Manners(Duration.ZERO, 8, Optional.of(proxy), false);
        HandshakeCertificates trusted =
                new HandshakeCertificates.Builder().addTrustedCertificate(CERTIFICATE.certificate()).build();
        return new WebClient(
                new FetchPolicy("Unlisted", "https://unlisted.example/crawler", Duration.ofSeconds(5), 1_000, false, manners),
                new HostLimiter(Clock.systemUTC(), Thread::sleep),
                host -> {
                    throw new UnknownHostException("looked up " + host);
                },
                builder -> builder.sslSocketFactory(new WatchedTls(trusted.sslSocketFactory()), trusted.trustManager()));
    }

    private static FetchOutcome ask(URI proxy, String url) {
        return through(proxy).get(Ask.of(URI.create(url), Ask.Want.PAGE));
    }

    @Test
    void readsAPageThroughATunnelThatTheProxyCannotLookInto() throws Exception {
        try (TunnelProxy proxy = new TunnelProxy(shop.getPort())) {
            assertThat(ask(proxy.url(), "https://shop.example/secret"))
                    .isInstanceOfSatisfying(FetchOutcome.Answered.class, answered -> {
                        assertThat(answered.exchange().body()).isEqualTo("hi".getBytes(US_ASCII));
                        assertThat(answered.exchange().peer()).isEmpty(); // whom the proxy reached, only the proxy knows
                    });
            assertThat(proxy.asked())
                    .singleElement()
                    .asString()
                    .startsWith("CONNECT shop.example:443 HTTP/1.1")
                    .doesNotContain("secret")
                    .doesNotContain("Unlisted"); // who crawls is for the site to know
            assertThat(shop.takeRequest().getVersion()).isEqualTo("HTTP/2");
        }
    }

    @Test
    void refusesTheCertificateOfAnotherHostBehindAProxyAsWell() throws IOException {
        try (TunnelProxy proxy = new TunnelProxy(shop.getPort())) {
            HostileServerTest.assertFailed(ask(proxy.url(), "https://other.example/"), Cause.CERTIFICATE);
            assertThat(shop.getRequestCount()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "[::ffff:10.0.0.1]", "2130706433", "localhost", "a.internal"})
    void asksForNoTunnelToTheInside(String host) throws IOException {
        try (TunnelProxy proxy = new TunnelProxy(shop.getPort())) {
            assertThat(ask(proxy.url(), "https://" + host + ":" + shop.getPort() + "/"))
                    .isInstanceOf(FetchOutcome.Blocked.class);
            assertThat(proxy.asked()).isEmpty();
        }
    }

    @Test
    void isNotKeptByAProxyThatNeverStopsTalking() throws IOException {
        byte[] more = ("X-Flood: " + "a".repeat(1_000) + "\r\n").getBytes(US_ASCII);
        try (RawServer proxy = new RawServer(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
            while (true) out.write(more);
        })) {
            URI url = URI.create("http://127.0.0.1:" + proxy.port());
            assertThat(ask(url, "https://shop.example/")).isInstanceOf(FetchOutcome.Failed.class);
        }
    }
}
