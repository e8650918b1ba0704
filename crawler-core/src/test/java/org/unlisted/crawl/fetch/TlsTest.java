package org.unlisted.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Dns;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.fetch.FetchOutcome.Failed.Cause;

class TlsTest {
    private static final HeldCertificate ROOT =
            new HeldCertificate.Builder().certificateAuthority(0).commonName("Test root").build();

    private final MockWebServer server = new MockWebServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private void serve(HeldCertificate certificate) throws IOException {
        server.useHttps(new HandshakeCertificates.Builder().heldCertificate(certificate).build().sslSocketFactory());
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    private static HeldCertificate.Builder certificate(String host) {
        return new HeldCertificate.Builder().signedBy(ROOT).addSubjectAlternativeName(host);
    }

    /** Trusts the test's root besides nothing else, and resolves every name to loopback. */
    private static WebClient client() {
        HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                .addTrustedCertificate(ROOT.certificate())
                .build();
        Dns loopback = host -> List.of(InetAddress.getLoopbackAddress());
        return new WebClient(
                WebClientTest.policy(true, Duration.ofSeconds(10)),
                new HostLimiter(Clock.systemUTC(), Thread::sleep),
                loopback,
                builder -> builder.sslSocketFactory(new WatchedTls(trusted.sslSocketFactory()), trusted.trustManager()));
    }

    private FetchOutcome ask(WebClient client) {
        return client.get(Ask.of(URI.create("https://shop.example:" + server.getPort() + "/1"), Ask.Want.PAGE));
    }

    private static Exchange answered(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(FetchOutcome.Answered.class);
        return ((FetchOutcome.Answered) outcome).exchange();
    }

    @Test
    void speaksHttp2WhereTheServerDoesAndKeepsTheConnection() throws Exception {
        serve(certificate("shop.example").build());
        server.enqueue(new MockResponse.Builder().body("one").build());
        server.enqueue(new MockResponse.Builder().body("two").build());
        WebClient client = client();
        Exchange first = answered(ask(client));
        assertThat(new String(first.body(), java.nio.charset.StandardCharsets.US_ASCII)).isEqualTo("one");
        assertThat(first.peer()).contains(InetAddress.getLoopbackAddress());
        answered(ask(client));
        assertThat(server.takeRequest().getVersion()).isEqualTo("HTTP/2");
        assertThat(server.takeRequest().getExchangeIndex()).isEqualTo(1);
    }

    @Test
    void cutsAnHttp2BodyAtTheCap() throws Exception {
        serve(certificate("shop.example").build());
        server.enqueue(new MockResponse.Builder().body("a".repeat(5_000_000)).build());
        Exchange exchange = answered(ask(client()));
        assertThat(exchange.truncated()).isTrue();
        assertThat(exchange.body()).hasSize(1_000);
    }

    @Test
    void speaksHttp1OverTlsToServersThatKnowNothingElse() throws Exception {
        server.setProtocols(List.of(Protocol.HTTP_1_1));
        serve(certificate("shop.example").build());
        server.enqueue(new MockResponse.Builder().body("one").build());
        answered(ask(client()));
        assertThat(server.takeRequest().getVersion()).isEqualTo("HTTP/1.1");
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() throws IOException {
        serve(new HeldCertificate.Builder().addSubjectAlternativeName("shop.example").build());
        assertRefused();
    }

    @Test
    void refusesTheCertificateOfAnotherHost() throws IOException {
        serve(certificate("other.example").build());
        assertRefused();
    }

    @Test
    void refusesACertificateThatHasExpired() throws IOException {
        long now = Instant.now().toEpochMilli();
        serve(certificate("shop.example").validityInterval(now - 90_000_000, now - 1_000).build());
        assertRefused();
    }

    private void assertRefused() {
        server.enqueue(new MockResponse.Builder().body("secret").build());
        HostileServerTest.assertFailed(ask(client()), Cause.CERTIFICATE);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void trustsNoTestRootByItself() throws IOException {
        serve(certificate("localhost").build());
        server.enqueue(new MockResponse.Builder().body("x").build());
        URI url = URI.create("https://localhost:" + server.getPort() + "/");
        HostileServerTest.assertFailed(
                HostileServerTest.client(Duration.ofSeconds(10)).get(Ask.of(url, Ask.Want.PAGE)), Cause.CERTIFICATE);
    }

    @Test
    void callsItBrokenWhereTlsIsSpokenToAServerWithoutIt() throws IOException {
        try (RawServer plain = RawServer.saying("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            URI url = URI.create("https://127.0.0.1:" + plain.port() + "/");
            WebClient client = HostileServerTest.client(Duration.ofSeconds(1));
            assertThat(client.get(Ask.of(url, Ask.Want.PAGE)))
                    .isInstanceOfSatisfying(
                            FetchOutcome.Failed.class, f -> assertThat(f.cause()).isNotEqualTo(Cause.CERTIFICATE));
        }
    }
}
