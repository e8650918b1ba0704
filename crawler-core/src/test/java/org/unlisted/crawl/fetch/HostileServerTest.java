package org.unlisted.crawl.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.fetch.FetchOutcome.Failed.Cause;

/** Servers that lie about what they send, never stop, or stop too early. */
class HostileServerTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
    private final WebClient client = client(Duration.ofSeconds(5));

    static WebClient client(Duration timeout) {
        return new WebClient(
                WebClientTest.policy(true, timeout), new HostLimiter(Clock.systemUTC(), Thread::sleep));
    }

    private static Exchange answered(FetchOutcome outcome) {
        assertThat(outcome).isInstanceOf(FetchOutcome.Answered.class);
        return ((FetchOutcome.Answered) outcome).exchange();
    }

    static void assertFailed(FetchOutcome outcome, Cause cause) {
        assertThat(outcome)
                .isInstanceOfSatisfying(FetchOutcome.Failed.class, f -> assertThat(f.cause()).isEqualTo(cause));
    }

    private FetchOutcome ask(String answer) throws IOException {
        try (RawServer server = RawServer.saying(answer)) {
            return client.get(Ask.of(server.url(), Ask.Want.PAGE));
        }
    }

    @Test
    void takesNoMoreThanTheLengthSays() throws IOException {
        Exchange exchange = answered(ask(OK + "Content-Length: 3\r\n\r\nabcdef"));
        assertThat(new String(exchange.body(), US_ASCII)).isEqualTo("abc");
        assertThat(exchange.truncated()).isFalse();
    }

    @Test
    void keepsTheBeginningOfAPageThatBrokeOffAndMarksIt() throws IOException {
        Exchange exchange = answered(ask(OK + "Content-Length: 999\r\n\r\nabc"));
        assertThat(new String(exchange.body(), US_ASCII)).isEqualTo("abc");
        assertThat(exchange.truncated()).isTrue();

        Exchange chunked = answered(ask(OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n"));
        assertThat(new String(chunked.body(), US_ASCII)).isEqualTo("abcde");
        assertThat(chunked.truncated()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"PICTURE", "ROBOTS"})
    void hasNoUseForTheBeginningOfAPictureOrOfRules(Ask.Want want) throws IOException {
        String half = "HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: 9\r\n\r\nabc";
        try (RawServer server = RawServer.saying(half)) {
            assertFailed(client.get(Ask.of(server.url(), want)), Cause.BROKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 9\r\n\r\n", // hangs up before the first byte
                "Content-Length: -5\r\n\r\nabc",
                "Content-Length: 3, 4\r\n\r\nabcd",
                "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
                "Content-Length: three\r\n\r\nabc",
                "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked\r\n\r\n-3\r\nabc\r\n0\r\n\r\n"
            })
    void callsAnswersBrokenThatContradictThemselves(String rest) throws IOException {
        assertFailed(ask(OK + rest), Cause.BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/9.9 huh\r\n\r\n", "HTTP/1.1 -1 no\r\n\r\n"})
    void callsWhatIsNotHttpBroken(String answer) throws IOException {
        assertFailed(ask(answer), Cause.BROKEN);
    }

    @Test
    void stopsReadingAFloodOfHeaders() throws IOException {
        try (RawServer server = new RawServer(out -> {
            out.write(OK.getBytes(US_ASCII));
            byte[] header = ("X-Flood: " + "a".repeat(1_000) + "\r\n").getBytes(US_ASCII);
            for (int i = 0; i < 100_000; i++) out.write(header);
        })) {
            assertFailed(client.get(Ask.of(server.url(), Ask.Want.PAGE)), Cause.BROKEN);
        }
    }

    @Test
    void stopsReadingAHeaderThatNeverEnds() throws IOException {
        try (RawServer server = new RawServer(out -> {
            out.write((OK + "X-Long: ").getBytes(US_ASCII));
            byte[] more = "a".repeat(10_000).getBytes(US_ASCII);
            for (int i = 0; i < 10_000; i++) out.write(more);
        })) {
            assertFailed(client.get(Ask.of(server.url(), Ask.Want.PAGE)), Cause.BROKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "Content-Length: 999999999999\r\n\r\n"})
    void cutsABodyThatNeverEndsAndHangsUp(String framing) throws Exception {
        try (RawServer server = new RawServer(out -> {
            out.write((OK + framing).getBytes(US_ASCII));
            byte[] more = new byte[1_000];
            while (true) out.write(more);
        })) {
            Exchange exchange = answered(client.get(Ask.of(server.url(), Ask.Want.PAGE)));
            assertThat(exchange.truncated()).isTrue();
            assertThat(exchange.body()).hasSize(1_000);
        }
    }

    @Test
    void givesABodyThatDripsFourTimesTheTimeoutAndNoMore() throws IOException {
        WebClient hasty = client(Duration.ofMillis(250));
        try (RawServer server = new RawServer(out -> {
            out.write((OK + "Content-Length: 900\r\n\r\n").getBytes(US_ASCII));
            for (int i = 0; i < 900; i++) {
                out.write('a');
                out.flush();
                Thread.sleep(50);
            }
        })) {
            assertFailed(hasty.get(Ask.of(server.url(), Ask.Want.PAGE)), Cause.TIMEOUT);
        }
    }

    @Test
    void givesUpOnABodyThatStalls() throws IOException {
        WebClient hasty = client(Duration.ofMillis(250));
        try (RawServer server = new RawServer(out -> {
            out.write((OK + "Content-Length: 900\r\n\r\nabc").getBytes(US_ASCII));
            out.flush();
            Thread.sleep(5_000);
        })) {
            assertFailed(hasty.get(Ask.of(server.url(), Ask.Want.PAGE)), Cause.TIMEOUT);
        }
    }

    @Test
    void followsNoRedirectNotEvenToItself() throws IOException {
        try (RawServer server = RawServer.saying("HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(client.get(Ask.of(server.url(), Ask.Want.PAGE)))
                    .isEqualTo(new FetchOutcome.Redirected(302, server.url()));
            assertThat(server.heads()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "gopher://127.0.0.1:70/", "javascript:alert(1)", "data:,x", "FTP://a/"})
    void goesNowhereButToTheWeb(String location) throws IOException {
        String scheme = location.substring(0, location.indexOf(':'));
        assertThat(ask("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n"))
                .isEqualTo(new FetchOutcome.Blocked("redirects to " + scheme + ":, which is not the web"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://", "https://[bad/"})
    void callsARedirectToNoAddressBroken(String location) throws IOException {
        assertFailed(ask("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n"), Cause.BROKEN);
    }

    @Test
    void saysWhereAnAnswerIsWrong() throws IOException {
        assertThat(reason(OK + "X-Long: " + "a".repeat(300_000) + "\r\n\r\n"))
                .startsWith("the headers break off or are more than 256 KB: ");
        assertThat(reason(OK + "X-Half")).startsWith("the headers break off");
        assertThat(reason("")).startsWith("hung up without an answer: ");
        assertThat(reason("SSH-2.0-OpenSSH_9.2\r\n")).startsWith("not HTTP: ");
        assertThat(reason(OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n")).startsWith("a chunk's length is none: ");
        assertThat(reason(OK + "Transfer-Encoding: chunked\r\n\r\n" + "f".repeat(20) + "\r\n"))
                .startsWith("a chunk's length is none: ");
        assertThat(reason(OK + "Transfer-Encoding: chunked\r\n\r\n-3\r\nabc\r\n"))
                .startsWith("a chunk's length is none: ");
    }

    private String reason(String answer) throws IOException {
        return ask(answer) instanceof FetchOutcome.Failed(Cause cause, String reason) ? reason : "answered";
    }

    @Test
    void saysInOneShortLineWhatWasWrong() throws IOException {
        FetchOutcome outcome =
                ask(OK + "Transfer-Encoding: chunked\r\n\r\n" + "<b>\tx\u0007".repeat(1_000) + "\r\n0\r\n\r\n");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        FetchOutcome.Failed.class,
                        f -> assertThat(f.reason()).hasSizeLessThan(250).doesNotContainPattern("\\p{Cntrl}"));
    }

    @Test
    void hasAnOutcomeForAnyBytes() throws IOException {
        Random random = new Random(4);
        String[] bits = {
            "HTTP/1.1 ", "200", "304", "101", "204", " OK", "\r\n", "\r\n\r\n", "\n", ": ", "Content-Length", "Transfer-Encoding",
            "chunked", "gzip", "Content-Encoding", "br", "deflate", "0", "5", "-1", "\0", "é", "Location", "//", "http:", "ETag",
            "Set-Cookie", "=", ";", "Connection", "upgrade", "abcde", "Retry-After"
        };
        for (int round = 0; round < 300; round++) {
            StringBuilder answer = new StringBuilder(round % 2 == 0 ? OK : "");
            int parts = random.nextInt(40);
            for (int i = 0; i < parts; i++) answer.append(bits[random.nextInt(bits.length)]);
            try (RawServer server = new RawServer(out -> out.write(answer.toString().getBytes(ISO_8859_1)))) {
                assertThat(client.get(Ask.of(server.url(), Ask.Want.PAGE))).as(answer.toString()).isNotNull();
            }
        }
    }
}
