package org.unlisted.crawl.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Client, robots and limiter together, on a clock that moves when somebody waits. */
class BusyHostTest {
    private Loopback server;
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final HostLimiter limiter = new HostLimiter(clock, millis -> now = now.plusMillis(millis));
    private final FetchPolicy policy = WebClientTest.policy(true, Duration.ofSeconds(5));
    private final WebClient client = new WebClient(policy, limiter);

    @BeforeEach
    void serve() throws IOException {
        server = new Loopback();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private FetchOutcome page(WebClient by, String path) {
        return by.get(Ask.of(server.url(path), Ask.Want.PAGE));
    }

    private static void assertBusy(FetchOutcome outcome, Instant until, String reason) {
        assertThat(outcome).isInstanceOfSatisfying(FetchOutcome.Busy.class, busy -> {
            assertThat(busy.until()).isEqualTo(until);
            assertThat(busy.reason()).isEqualTo(reason);
        });
    }

    @Test
    void keepsWhatABusyHostAnsweredForItMayBeAWall() {
        server.reply("/a", 503, Map.of("Content-Type", "text/html"), "<title>Just a moment...</title>".getBytes(UTF_8));
        assertThat(page(client, "/a")).isInstanceOfSatisfying(FetchOutcome.Busy.class, busy -> assertThat(
                        new String(busy.answer().orElseThrow().body(), UTF_8))
                .contains("moment"));
    }

    @Test
    void leavesAHostAloneForAsLongAsItAsks() {
        server.reply("/a", 429, Map.of("Retry-After", "600"), new byte[0]).html("/b", "b");
        Instant until = now.plusSeconds(600);
        assertBusy(page(client, "/a"), until, "HTTP 429");
        assertBusy(page(client, "/b"), until, "HTTP 429");
        assertThat(server.asked()).containsExactly("/a");
        now = until;
        assertThat(page(client, "/b")).isInstanceOf(FetchOutcome.Answered.class);
    }

    @Test
    void tellsTheOtherSweepsOfTheProcess() {
        server.reply("/a", 503, Map.of("Retry-After", "Sun, 22 Nov 2026 11:00:00 GMT"), new byte[0]);
        page(client, "/a");
        assertBusy(page(new WebClient(policy, limiter), "/b"), Instant.parse("2026-11-22T11:00:00Z"), "HTTP 503");
        assertThat(server.asked()).containsExactly("/a");
    }

    @Test
    void waitsOutAShortPause() {
        server.reply("/a", 503, Map.of("Retry-After", "20"), new byte[0]).html("/b", "b");
        Instant start = now;
        assertBusy(page(client, "/a"), start.plusSeconds(20), "HTTP 503");
        assertThat(page(client, "/b")).isInstanceOf(FetchOutcome.Answered.class);
        assertThat(now).isEqualTo(start.plusSeconds(20));
    }

    @Test
    void slowsDownForAHostThatDoesNotAnswer() throws IOException {
        WebClient hasty = new WebClient(WebClientTest.policy(true, Duration.ofMillis(100)), limiter);
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("http://127.0.0.1:" + mute.getLocalPort() + "/");
            hasty.get(Ask.of(url, Ask.Want.PAGE));
            assertThat(limiter.delays()).containsEntry("127.0.0.1:" + mute.getLocalPort(), Duration.ofSeconds(1));
        }
    }

    @Test
    void keepsThePaceThatRobotsTxtAsksFor() {
        byte[] rules = "User-agent: *\nCrawl-delay: 12\n".getBytes(UTF_8);
        server.reply("/robots.txt", 200, Map.of("Content-Type", "text/plain"), rules).html("/a", "a").html("/b", "b");
        Robots robots = new Robots(client, "Unlisted", clock);
        assertThat(robots.rules(server.url("/a")).crawlDelay()).contains(Duration.ofSeconds(12));
        Instant start = now;
        page(client, "/a");
        page(client, "/b");
        assertThat(now).isEqualTo(start.plusSeconds(24)); // robots.txt itself was the first start
    }

    @Test
    void asksForRobotsTxtInTurnAsWell() {
        server.reply("/robots.txt", 429, Map.of("Retry-After", "900"), new byte[0]);
        Robots robots = new Robots(client, "Unlisted", clock);
        assertBusy(robots.rules(server.url("/a")).notNow().orElseThrow(), now.plusSeconds(900), "HTTP 429");
        now = now.plusSeconds(400); // the answer is forgotten, the host's wish is not
        assertThat(robots.rules(server.url("/a")).notNow()).isPresent();
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void asksForRobotsTxtAgainAsSoonAsTheHostMayBeAsked() {
        server.reply("/robots.txt", 503, Map.of("Retry-After", "10"), new byte[0]);
        Robots robots = new Robots(client, "Unlisted", clock);
        assertThat(robots.rules(server.url("/a")).notNow()).isPresent();
        server.reply("/robots.txt", 404, Map.of(), new byte[0]);
        now = now.plusSeconds(10);
        assertThat(robots.rules(server.url("/a")).notNow()).isEmpty();
    }
}
