package org.unlisted.crawl.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.unlisted.crawl.fetch.Http2Server.CONTINUATION;
import static org.unlisted.crawl.fetch.Http2Server.DATA;
import static org.unlisted.crawl.fetch.Http2Server.END_HEADERS;
import static org.unlisted.crawl.fetch.Http2Server.END_STREAM;
import static org.unlisted.crawl.fetch.Http2Server.HEADERS;
import static org.unlisted.crawl.fetch.Http2Server.PING;
import static org.unlisted.crawl.fetch.Http2Server.PUSH_PROMISE;
import static org.unlisted.crawl.fetch.Http2Server.SETTINGS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.crawl.fetch.FetchOutcome.Failed.Cause;

/** Servers that use HTTP/2 to fill a client's memory with few bytes, or with many. */
class Http2FloodTest {
    private static final byte STATUS_200 = (byte) 0x88; // RFC 7541 appendix A, entry 8
    /** What fits into the buffers of both ends before a server notices that nobody reads on. */
    private static final long BUFFERS = 16 << 20;

    private static FetchOutcome ask(Http2Server server) {
        HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                .addTrustedCertificate(server.certificate().certificate())
                .build();
        WebClient client = new WebClient(
                WebClientTest.policy(true, Duration.ofSeconds(10)),
                new HostLimiter(Clock.systemUTC(), Thread::sleep),
                host -> List.of(InetAddress.getLoopbackAddress()),
                builder -> builder.sslSocketFactory(new WatchedTls(trusted.sslSocketFactory()), trusted.trustManager()));
        return client.get(Ask.of(server.url(), Ask.Want.PAGE));
    }

    private static void assertBroken(Http2Server server, String why) {
        assertThat(ask(server)).isEqualTo(new FetchOutcome.Failed(Cause.BROKEN, why));
        assertThat(server.sent()).isLessThan(BUFFERS);
    }

    @Test
    void readsAnHonestAnswer() throws IOException {
        try (Http2Server server = new Http2Server((frames, stream) -> {
            for (int i = 0; i < 900; i++) frames.write(PING, 0, 0, new byte[8]);
            frames.write(HEADERS, 0, stream, new byte[] {STATUS_200});
            frames.write(CONTINUATION, END_HEADERS, stream, new byte[0]);
            frames.write(DATA, END_STREAM, stream, "hi".getBytes(US_ASCII));
        })) {
            assertThat(ask(server))
                    .isInstanceOfSatisfying(
                            FetchOutcome.Answered.class,
                            a -> assertThat(a.exchange().body()).isEqualTo("hi".getBytes(US_ASCII)));
        }
    }

    @Test
    void endsHeadersThatGoOnForEver() throws IOException {
        byte[] header = {0, 1, 'x', 1, 'y'}; // a literal, 5 bytes, some 100 in memory
        byte[] many = new byte[header.length * 3_000];
        for (int i = 0; i < many.length; i++) many[i] = header[i % header.length];
        try (Http2Server server = new Http2Server((frames, stream) -> {
            frames.write(HEADERS, 0, stream, new byte[] {STATUS_200});
            while (true) frames.write(CONTINUATION, 0, stream, many);
        })) {
            assertBroken(server, "the headers are more than 256 KB");
        }
    }

    @Test
    void doesNotUnpackAHeaderBomb() throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(STATUS_200);
        block.write(new byte[] {0x40, 1, 'x', 0x7f, (byte) 0xa1, 0x1e}); // to be remembered, its value 4,000 bytes long
        byte[] value = new byte[4_000];
        Arrays.fill(value, (byte) 'a');
        block.write(value);
        byte[] references = new byte[12_000];
        Arrays.fill(references, (byte) 0xbe); // "as before", a byte each: 48 MB
        block.write(references);
        try (Http2Server server = new Http2Server((frames, stream) -> {
            frames.write(HEADERS, END_HEADERS, stream, block.toByteArray());
            frames.write(DATA, END_STREAM, stream, new byte[2]);
        })) {
            assertBroken(server, "the headers are more than 256 KB");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {PING, SETTINGS, DATA})
    void leavesAServerThatChattersInsteadOfAnswering(int type) throws IOException {
        try (Http2Server server = new Http2Server((frames, stream) -> {
            if (type == DATA) frames.write(HEADERS, END_HEADERS, stream, new byte[] {STATUS_200});
            while (true) frames.write(type, 0, type == DATA ? stream : 0, new byte[type == PING ? 8 : 0]);
        })) {
            assertBroken(server, "more than 1000 frames without an answer");
        }
    }

    @Test
    void takesNothingThatIsPushed() throws IOException {
        byte[] promise = {0, 0, 0, 2, (byte) 0x82, (byte) 0x86, (byte) 0x84}; // GET http /
        try (Http2Server server = new Http2Server((frames, stream) -> {
            while (true) frames.write(PUSH_PROMISE, END_HEADERS, stream, promise);
        })) {
            assertBroken(server, "the server pushes what nobody asked for");
        }
    }
}
