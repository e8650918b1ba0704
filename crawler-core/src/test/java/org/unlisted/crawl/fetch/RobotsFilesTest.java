package org.unlisted.crawl.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** robots.txt as sites really serve it, and as hostile ones might. */
class RobotsFilesTest {
    private Loopback server;
    private final WebClient client = HostileServerTest.client(Duration.ofSeconds(5));
    private final Robots robots = new Robots(client, "Unlisted", Clock.systemUTC());

    @BeforeEach
    void serve() throws IOException {
        server = new Loopback();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void robotsTxt(String type, String text) {
        server.reply("/robots.txt", 200, Map.of("Content-Type", type), text.getBytes(UTF_8));
    }

    private boolean allowed(String path) {
        return robots.rules(server.url(path)).rules().isAllowed(server.url(path).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFFUser-agent: *\nDisallow: /no/\n", "User-agent: *\r\nDisallow: /no/\r\n", "User-agent: *\rDisallow: /no/",
                "USER-AGENT: *\ndisallow : /no/", "# hello\n\nUser-agent: a\nUser-agent: *\nDisallow: /no/ # not here\n",
                "<!-- x -->\nUser-agent: *\nDisallow: /no/\n"
            })
    void readsEveryWayOfWritingIt(String text) {
        robotsTxt("text/plain", text);
        assertThat(allowed("/no/1")).isFalse();
        assertThat(allowed("/yes")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "text/plain; charset=UTF-16", "x", "application/json"})
    void readsItWhateverItsTypeIsSaidToBe(String type) {
        robotsTxt(type, "User-agent: *\nDisallow: /no/\n");
        assertThat(allowed("/no/1")).isFalse();
    }

    @Test
    void findsNoRulesInAWebPage() {
        robotsTxt("text/html", "<!doctype html><html><body>Not here</body></html>");
        assertThat(allowed("/x")).isTrue();
    }

    @Test
    void prefersTheLongerRule() {
        robotsTxt("text/plain", "User-agent: *\nDisallow: /\nAllow: /item/\nDisallow: /item/*/edit$\n");
        assertThat(allowed("/item/1")).isTrue();
        assertThat(allowed("/item/1/edit")).isFalse();
        assertThat(allowed("/about")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"401, true", "403, true", "404, true", "410, true", "500, false", "502, false", "503, false", "429, false"})
    void takesRefusalsForNoRulesAndTroubleForNotNow(int status, boolean everything) {
        server.reply("/robots.txt", status, Map.of(), "User-agent: *\nDisallow: /\n".getBytes(UTF_8));
        RobotsAnswer answer = robots.rules(server.url("/x"));
        assertThat(answer.notNow().isEmpty()).isEqualTo(everything);
        assertThat(answer.rules().isAllowed(server.url("/x").toString())).isEqualTo(everything);
    }

    @Test
    void fetchesNothingWhereNobodyAnswers() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        RobotsAnswer answer = robots.rules(URI.create("http://127.0.0.1:" + free + "/x"));
        assertThat(answer.notNow()).isPresent();
    }

    @Test
    void parsesTheFirst500KibibytesOfAHugeFileAndNoLineThatIsCut() {
        String head = "User-agent: *\nDisallow: /\n";
        String filler = "#".repeat(511_000 - head.length() - 1) + "\n";
        String edge = "Allow: /" + "a".repeat(2_000) + "\n"; // the cap, 512,000, cuts through it
        robotsTxt("text/plain", head + filler + edge + "Allow: /late/\n" + "# more\n".repeat(1_500_000));
        assertThat(allowed("/x")).isFalse();
        assertThat(allowed("/" + "a".repeat(1_500))).isFalse();
        assertThat(allowed("/late/1")).isFalse();
    }

    @Test
    void followsARedirectToAnotherHostButNeverInside() throws IOException {
        try (Loopback other = new Loopback()) {
            other.reply("/r", 200, Map.of("Content-Type", "text/plain"), "User-agent: *\nDisallow: /no/\n".getBytes(UTF_8));
            server.reply("/robots.txt", 301, Map.of("Location", other.url("/r").toString()), new byte[0]);
            assertThat(allowed("/no/1")).isFalse();
            assertThat(allowed("/yes")).isTrue();
        }
        server.reply("/robots.txt", 301, Map.of("Location", "http://10.0.0.1/robots.txt"), new byte[0]);
        Robots fresh = new Robots(client, "Unlisted", Clock.systemUTC());
        assertThat(fresh.rules(server.url("/x")).notNow().orElseThrow()).isInstanceOf(FetchOutcome.Blocked.class);
    }

    @Test
    void takesARedirectLoopForNoRules() {
        server.reply("/robots.txt", 302, Map.of("Location", "/robots.txt"), new byte[0]);
        assertThat(allowed("/x")).isTrue();
        assertThat(server.asked()).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({"10, 10000", "0.5, 500", "3600, 60000", "-3, 0", "0, 0"})
    void boundsTheDelayThatASiteAsksFor(String asked, long millis) {
        robotsTxt("text/plain", "User-agent: *\nCrawl-delay: " + asked + "\nDisallow: /no/\n");
        RobotsAnswer answer = robots.rules(server.url("/x"));
        assertThat(answer.crawlDelay().orElse(Duration.ZERO)).isEqualTo(Duration.ofMillis(millis));
        assertThat(answer.rules().isAllowed(server.url("/x").toString())).isTrue();
        assertThat(answer.rules().isAllowed(server.url("/no/").toString())).isFalse();
    }

    @Test
    void listsTheSitemapsThatTheSiteNames() {
        robotsTxt("text/plain", """
                Sitemap: https://shop.example/s.xml
                Sitemap: file:///etc/passwd
                Sitemap: https://shop.example/s.xml
                User-agent: *
                Disallow: /
                Sitemap: https://cdn.example/t.xml.gz
                """);
        assertThat(robots.rules(server.url("/x")).sitemaps())
                .containsExactly(URI.create("https://shop.example/s.xml"), URI.create("https://cdn.example/t.xml.gz"));
    }

    @Test
    void asksOnceHoweverManyWantToKnow() throws Exception {
        robotsTxt("text/plain", "User-agent: *\nDisallow: /no/\n");
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Callable<Boolean>> all =
                    Stream.generate(() -> (Callable<Boolean>) () -> allowed("/no/1")).limit(64).toList();
            for (Future<Boolean> one : threads.invokeAll(all)) assertThat(one.get(30, TimeUnit.SECONDS)).isFalse();
        }
        assertThat(server.asked()).hasSize(1);
    }
}
