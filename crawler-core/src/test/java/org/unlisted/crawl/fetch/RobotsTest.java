package org.unlisted.crawl.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RobotsTest {
    private Loopback server;
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private Robots robots;

    @BeforeEach
    void serve() throws IOException {
        server = new Loopback();
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        robots = new Robots(new WebClient(WebClientTest.policy(true, Duration.ofSeconds(5))), "Unlisted", clock);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void robotsTxt(int status, String text) {
        server.reply("/robots.txt", status, Map.of("Content-Type", "text/plain"), text.getBytes(UTF_8));
    }

    private boolean allowed(String path) {
        RobotsAnswer answer = robots.rules(server.url(path));
        return answer.rules().isAllowed(server.url(path).toString());
    }

    @Test
    void obeysTheRulesForEverybodyAndForItself() {
        robotsTxt(200, "User-agent: *\nDisallow: /private/\n\nUser-agent: unlisted\nDisallow: /shop/\n");
        assertThat(allowed("/shop/1")).isFalse();
        assertThat(allowed("/private/1")).isTrue(); // its own group replaces the general one, RFC 9309 2.2.1
    }

    @Test
    void mayFetchEverythingWhereThereAreNoRules() {
        assertThat(allowed("/anything")).isTrue();
    }

    @Test
    void fetchesNothingForNowWhereTheRulesCannotBeHad() {
        robotsTxt(503, "");
        assertThat(robots.rules(server.url("/x")).notNow()).isPresent();
        assertThat(allowed("/x")).isFalse();
    }

    @Test
    void asksOnceAndAgainOnlyWhenTheAnswerIsOld() {
        robotsTxt(200, "User-agent: *\nDisallow: /private/\n");
        assertThat(allowed("/private/1")).isFalse();
        assertThat(allowed("/other")).isTrue();
        assertThat(server.asked()).hasSize(1);

        robotsTxt(200, "User-agent: *\nAllow: /\n");
        now = now.plus(Duration.ofHours(2));
        assertThat(allowed("/private/1")).isTrue();
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void followsRedirectsOfRobotsTxt() {
        server.reply("/robots.txt", 302, Map.of("Location", "/rules.txt"), new byte[0]);
        server.reply("/rules.txt", 200, Map.of("Content-Type", "text/plain"), "User-agent: *\nDisallow: /\n".getBytes(UTF_8));
        assertThat(allowed("/x")).isFalse();
    }
}
