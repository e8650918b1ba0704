package org.unlisted.crawl.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.fetch.FetchOutcome.Failed.Cause;

class ContentCodingTest {
    private static final String PAGE = "<p>出售 hello hello</p>";
    /** The page, as Node's brotliCompressSync writes it. */
    private static final byte[] PAGE_BR = Base64.getDecoder().decode("CwyAPHA+5Ye65ZSuIGhlbGxvIGhlbGxvPC9wPgM=");
    /** 20 MB of the letter a, written in the same way. */
    private static final byte[] BOMB_BR = Base64.getDecoder().decode("z///f/glwuKxQCD3/j///3/wSwDEYQGA7v0P");

    private final WebClient client = HostileServerTest.client(Duration.ofSeconds(5));
    private Loopback server;

    @BeforeEach
    void serve() throws IOException {
        server = new Loopback();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private FetchOutcome ask(String coding, byte[] body, Ask.Want want) {
        server.reply("/a", 200, Map.of("Content-Type", "application/x", "Content-Encoding", coding), body);
        return client.get(Ask.of(server.url("/a"), want));
    }

    private Exchange page(String coding, byte[] body) {
        FetchOutcome outcome = ask(coding, body, Ask.Want.PAGE);
        assertThat(outcome).isInstanceOf(FetchOutcome.Answered.class);
        return ((FetchOutcome.Answered) outcome).exchange();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] content, boolean bare) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Deflater deflater = new Deflater(9, bare);
                OutputStream deflate = new DeflaterOutputStream(out, deflater)) {
            deflate.write(content);
        }
        return out.toByteArray();
    }

    @Test
    void undoesEachCodingThatItAsksFor() throws IOException {
        byte[] page = PAGE.getBytes(UTF_8);
        assertThat(page("gzip", gzip(page)).body()).isEqualTo(page);
        assertThat(page("X-GZIP", gzip(page)).body()).isEqualTo(page);
        assertThat(page("deflate", deflate(page, false)).body()).isEqualTo(page);
        assertThat(page("deflate", deflate(page, true)).body()).isEqualTo(page);
        assertThat(page("br", PAGE_BR).body()).isEqualTo(page);
        assertThat(page("br, gzip", gzip(PAGE_BR)).body()).isEqualTo(page);
        assertThat(page("gzip", gzip(page)).truncated()).isFalse();
    }

    @Test
    void keepsTheHeadersThatCameOverTheWire() throws IOException {
        byte[] coded = gzip(PAGE.getBytes(UTF_8));
        Exchange exchange = page("gzip", coded);
        assertThat(ResponseHeaders.first(exchange, "Content-Encoding")).contains("gzip");
        assertThat(ResponseHeaders.first(exchange, "Content-Length")).contains(String.valueOf(coded.length));
        assertThat(exchange.requestHeaders()).contains(Map.entry("Accept-Encoding", "gzip, deflate, br"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "utf-8", "zstd", "gzip"})
    void passesWhatIsNotCodedWhateverItIsCalled(String coding) {
        assertThat(page(coding, PAGE.getBytes(UTF_8)).body()).isEqualTo(PAGE.getBytes(UTF_8));
    }

    @Test
    void cutsBombsWhereTheyPassTheCap() throws IOException {
        byte[] gzip = gzip(new byte[20 << 20]);
        byte[] deflate = deflate(new byte[20 << 20], true);
        assertThat(page("gzip", gzip).body()).hasSize(1_000);
        assertThat(page("gzip", gzip).truncated()).isTrue();
        assertThat(page("deflate", deflate).truncated()).isTrue();
        assertThat(page("br", BOMB_BR).body()).hasSize(1_000).containsOnly('a');
        assertThat(page("br", BOMB_BR).truncated()).isTrue();
        assertThat(page("gzip, gzip", gzip(gzip)).body()).hasSize(1_000);
    }

    @Test
    void takesLittleMoreThanTheCapFromTheWireHoweverLittleComesOutOfIt() throws IOException {
        byte[] empties = new byte[50 << 20]; // stored blocks of no bytes, RFC 1951 3.2.4
        for (int i = 0; i + 5 <= empties.length; i += 5) {
            empties[i + 3] = (byte) 0xff;
            empties[i + 4] = (byte) 0xff;
        }
        Exchange exchange = page("deflate", empties);
        assertThat(exchange.truncated()).isTrue();
        assertThat(exchange.body()).isEmpty();
    }

    @Test
    void keepsTheBeginningOfACodedPageThatBrokeOff() throws IOException {
        byte[] noise = new byte[900];
        new Random(1).nextBytes(noise);
        byte[] coded = gzip(noise);
        Exchange exchange = page("gzip", Arrays.copyOf(coded, coded.length / 2));
        assertThat(exchange.truncated()).isTrue();
        assertThat(exchange.body()).isNotEmpty().isEqualTo(Arrays.copyOf(noise, exchange.body().length));
        HostileServerTest.assertFailed(
                ask("gzip", Arrays.copyOf(coded, coded.length / 2), Ask.Want.PICTURE), Cause.BROKEN);
    }

    @Test
    void callsBrokenWhatCannotBeUndone() throws IOException {
        byte[] coded = gzip(PAGE.getBytes(UTF_8));
        for (int i = 10; i < coded.length - 8; i++) coded[i] ^= 0x55;
        HostileServerTest.assertFailed(ask("gzip", coded, Ask.Want.PAGE), Cause.BROKEN);
        HostileServerTest.assertFailed(ask("gzip, gzip, gzip", coded, Ask.Want.PAGE), Cause.BROKEN);
    }

    @Test
    void hasAnOutcomeForAnyBytes() {
        Random random = new Random(7);
        for (int round = 0; round < 600; round++) {
            byte[] body = round % 2 == 0 ? PAGE_BR.clone() : new byte[1 + random.nextInt(60)];
            if (round % 2 == 0) body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
            else random.nextBytes(body);
            String coding = new String[] {"br", "deflate", "br, deflate"}[round % 3];
            assertThat(ask(coding, body, Ask.Want.PAGE)).isNotNull();
        }
    }
}
