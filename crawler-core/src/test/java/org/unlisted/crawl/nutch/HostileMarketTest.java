package org.unlisted.crawl.nutch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.crawl.fetch.FetchPolicy;
import org.unlisted.crawl.scope.Budget;
import org.unlisted.crawl.scope.ScopeRules;
import org.unlisted.crawl.tracker.TrackedListing;

/** A crawl of hosts that do all they can: each address is told with the right word, and the ordinary offers are found. */
class HostileMarketTest {
    private final List<HostileHost> hosts = new ArrayList<>();
    private final List<URI> seeds = new ArrayList<>();
    private final Map<String, String> skipped = new HashMap<>();
    private final Map<String, String> expected = new HashMap<>();
    private final List<String> offers = new ArrayList<>();

    @TempDir
    private Path temp;

    @AfterEach
    void stop() throws IOException {
        for (HostileHost host : hosts) host.close();
    }

    private HostileHost host() throws IOException {
        HostileHost host = new HostileHost();
        hosts.add(host);
        seeds.add(host.url("/"));
        return host.home(List.of());
    }

    private HostileHost host(List<Trouble> troubles) throws IOException {
        HostileHost host = host();
        for (Trouble trouble : troubles) {
            host.on(trouble.path(), trouble.answer());
            if (!trouble.reason().isEmpty()) expected.put(host.url(trouble.path()).toString(), trouble.reason());
        }
        return host.home(troubles.stream().map(Trouble::path).filter(path -> !path.matches("/chain[1-9]|/pong")).toList());
    }

    private void expect(HostileHost host, String path, String reason) {
        expected.put(host.url(path).toString(), reason);
    }

    private CrawledSource crawl() throws IOException {
        CrawlPlan plan = new CrawlPlan(
                "market",
                seeds,
                new FetchPolicy("Unlisted", "https://unlisted.example/", Duration.ofMillis(1_500), 1 << 20, true),
                ScopeRules.ofSeeds(seeds),
                new Budget(20, 1_000, 100, 1_000_000_000L, Duration.ofMinutes(5)),
                Recrawl.all(),
                false,
                new Reading(Path.of("../config/lexicon"), temp.resolve("no-trackers"), Path.of("../config/sites")));
        return new CrawlJob(plan, CrawlPlace.within(temp), new CrawlListener() {
                    @Override
                    public void progress(String stage, int round, int done, int total) {}

                    @Override
                    public void offer(OfferListing offer) {
                        offers.add(offer.page().toString());
                    }

                    @Override
                    public void tracked(TrackedListing listing) {}

                    @Override
                    public void skipped(String item, String reason, String detail) {
                        assertThat(skipped.put(item, reason)).as(item).isNull();
                        assertThat(detail).as(item).isNotBlank().hasSizeLessThan(300);
                    }
                })
                .run();
    }

    private void assertTold() {
        assertThat(skipped).containsExactlyInAnyOrderEntriesOf(expected);
    }

    private static List<String> offersOf(List<HostileHost> hosts) {
        return hosts.stream().map(host -> host.url("/offer").toString()).toList();
    }

    @Test
    void survivesWhateverIsSent() throws IOException {
        host(Trouble.bodies());
        host(Trouble.heads());
        host(Trouble.codings());
        host(Trouble.redirects());
        links(host());
        crawl();
        assertTold();
        assertThat(offers).containsExactlyInAnyOrderElementsOf(offersOf(hosts));
        assertThat(hosts.get(3).asked()).doesNotContain("/chain6");
    }

    private void links(HostileHost host) {
        List<String> elsewhere = List.of("file:///etc/passwd", "gopher://127.0.0.1:70/x", "ftp://127.0.0.1/pub");
        elsewhere.forEach(link -> expected.put(link, "scheme"));
        List<String> all = new ArrayList<>(elsewhere);
        all.addAll(List.of(
                "javascript:void(0)", "mailto:seller@example.org", "data:text/html,x", "http://10.0.0.1/", "http://2130706433/", "http://",
                "http://[bad", "/again", "/ping", "/pong"));
        host.on("/again", HostileHost.html("<title>a</title><a href='file:///etc/passwd'>once more</a>"));
        host.on("/ping", Trouble.redirect("/ping", "", "/pong").answer());
        host.on("/pong", Trouble.redirect("/pong", "", "/ping").answer());
        expect(host, "/ping", "redirects");
        expect(host, "/pong", "redirects");
        host.home(all);
    }

    @Test
    void asksNothingWhereRulesCannotBeHadAndTellsWhy() throws IOException {
        HostileHost large = host().on("/robots.txt", HostileHost.answer(200, "Content-Type: text/plain\r\n",
                ("User-agent: *\nDisallow: /private\n" + "# as long as it gets\n".repeat(500_000)).getBytes(UTF_8)));
        large.home(List.of("/private"));
        expect(large, "/private", "robots");
        expect(large, "/robots.txt", "truncated");
        HostileHost circle = host();
        circle.on("/robots.txt", Trouble.redirect("", "", "/robots.txt").answer());
        HostileHost failing = host().on("/robots.txt", HostileHost.answer(500, "", new byte[0]));
        HostileHost silent = host().on("/robots.txt", out -> Thread.sleep(60_000));
        HostileHost inside = host().on("/robots.txt", Trouble.redirect("", "", "http://10.0.0.1/robots.txt").answer());
        HostileHost garbage = host().on("/robots.txt", HostileHost.bytes("\0\1 no HTTP\r\n"));
        expect(failing, "/", "server-error");
        expect(silent, "/", "timeout");
        expect(inside, "/", "address");
        expect(garbage, "/", "broken");
        crawl();
        assertTold();
        assertThat(offers).containsExactlyInAnyOrderElementsOf(offersOf(List.of(large, circle)));
        for (HostileHost closed : List.of(failing, silent, inside, garbage))
            assertThat(closed.asked()).containsOnly("/robots.txt");
    }

    @Test
    void tellsWallsPicturesAndCertificates() throws IOException {
        HostileHost walls = host();
        walls.on("/login", HostileHost.html("<title>x</title><h1>Please log in</h1><form method=post><input name=u><input type=password></form>"));
        walls.on("/captcha", HostileHost.answer(503, "Content-Type: text/html\r\n", "<title>Just a moment...</title>Checking your browser".getBytes(UTF_8)));
        walls.home(List.of("/login", "/captcha"));
        expect(walls, "/login", "login");
        expect(walls, "/captcha", "captcha");
        HostileHost busy = host();
        busy.on("/", HostileHost.answer(429, "Retry-After: 9999\r\n", new byte[0]));
        expect(busy, "/", "busy");
        HostileHost pictures = host();
        pictures.offer("/o1", "/circle.jpg").on("/circle.jpg", Trouble.redirect("", "", "/circle.jpg").answer());
        pictures.offer("/o2", "/inside.jpg").on("/inside.jpg", Trouble.redirect("", "", "http://10.0.0.1/a.jpg").answer());
        pictures.offer("/o3", "/missing.jpg");
        pictures.offer("/o4", "http://10.0.0.1/b.jpg");
        pictures.offer("/o5", "/silent.jpg").on("/silent.jpg", out -> Thread.sleep(60_000));
        pictures.on("/page", HostileHost.answer(200, "Content-Type: image/png\r\n", new byte[] {1, 2, 3}));
        pictures.home(List.of("/o1", "/o2", "/o3", "/o4", "/o5", "/page"));
        expect(pictures, "/circle.jpg", "redirects");
        expect(pictures, "/inside.jpg", "address");
        expect(pictures, "/missing.jpg", "not-found");
        expected.put("http://10.0.0.1/b.jpg", "address");
        expect(pictures, "/silent.jpg", "timeout");
        expect(pictures, "/page", "scope");
        try (MockWebServer untrusted = new MockWebServer()) {
            HeldCertificate own = new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
            untrusted.useHttps(new HandshakeCertificates.Builder().heldCertificate(own).build().sslSocketFactory());
            untrusted.start(InetAddress.getLoopbackAddress(), 0);
            URI seed = URI.create("https://localhost:" + untrusted.getPort() + "/");
            seeds.add(seed);
            expected.put(seed.toString(), "certificate");
            crawl();
            assertThat(untrusted.getRequestCount()).isZero();
        }
        assertTold();
        assertThat(offers).hasSize(7).contains(walls.url("/offer").toString(), pictures.url("/offer").toString());
    }
}
