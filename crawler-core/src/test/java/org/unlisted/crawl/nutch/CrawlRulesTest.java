package org.unlisted.crawl.nutch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.crawl.fetch.FetchPolicy;
import org.unlisted.crawl.scope.Budget;
import org.unlisted.crawl.scope.ScopeRules;
import org.unlisted.crawl.tracker.TrackedListing;

/** What a crawl asks for, and asks for again, of a market that each test makes up. */
class CrawlRulesTest {
    private static final String OFFER = "<html lang=zh><title>t</title><main><h1>出一批手持身份证</h1>"
            + "<p>手持+正反面一套三张,共8600套,0.5元一套,打包出售,懂的来</p><img src=/img/%s.jpg width=400 height=500></main>";
    private static final Budget BUDGET = new Budget(3, 100, 100, 1_000_000_000L, Duration.ofMinutes(5));

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final Map<String, String> why = new ConcurrentHashMap<>();
    private final List<String> offers = new ArrayList<>();
    private final List<CrawlGauge> gauges = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private URI market;

    @TempDir
    private Path temp;

    /**
     * @param text of the body, a character a byte
     */
    private record Answer(int status, Map<String, String> headers, String text) {
        static Answer of(int status, Map<String, String> headers, byte[] body) {
            return new Answer(status, headers, new String(body, ISO_8859_1));
        }

        byte[] body() {
            return text.getBytes(ISO_8859_1);
        }
    }

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::answer);
        server.start();
        market = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** Says 304 to whoever knows the ETag. */
    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        Answer answer = answers.getOrDefault(path, Answer.of(404, Map.of(), new byte[0]));
        String known = exchange.getRequestHeaders().getFirst("If-None-Match");
        boolean unchanged = known != null && known.equals(answer.headers().get("ETag"));
        if (!path.equals("/robots.txt")) asked.add((unchanged ? "304 " : "") + path);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(unchanged ? 304 : answer.status(), unchanged || answer.body().length == 0 ? -1 : answer.body().length);
        if (!unchanged) exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private void html(String path, String html, String... headers) {
        Map<String, String> all = new ConcurrentHashMap<>(Map.of("Content-Type", "text/html; charset=utf-8"));
        for (int i = 0; i < headers.length; i += 2) all.put(headers[i], headers[i + 1]);
        answers.put(path, Answer.of(200, all, html.getBytes(UTF_8)));
    }

    private void picture(String name) {
        byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 1, 2, 3};
        answers.put("/img/" + name + ".jpg", Answer.of(200, Map.of("Content-Type", "image/jpeg"), jpeg));
    }

    private CrawlPlan plan(Budget budget, Recrawl recrawl, boolean sitemaps) {
        return new CrawlPlan(
                "market",
                List.of(market),
                new FetchPolicy("Unlisted", "https://unlisted.example/", Duration.ofSeconds(5), 1 << 20, true),
                ScopeRules.ofSeeds(List.of(market)),
                budget,
                recrawl,
                sitemaps,
                new Reading(Path.of("../config/lexicon"), temp.resolve("no-trackers"), Path.of("../config/sites")));
    }

    private CrawledSource crawl(String pass, Budget budget, Recrawl recrawl, boolean sitemaps) throws IOException {
        asked.clear();
        skipped.clear();
        offers.clear();
        CrawlPlace place = new CrawlPlace(
                "once", temp.resolve("state"), captures(), temp.resolve("scratch-" + pass), pass, Optional.empty());
        return new CrawlJob(plan(budget, recrawl, sitemaps), place, new CrawlListener() {
                    @Override
                    public void progress(String stage, int round, int done, int total) {}

                    @Override
                    public void gauge(CrawlGauge gauge) {
                        gauges.add(gauge);
                    }

                    @Override
                    public void offer(OfferListing offer) {
                        offers.add(offer.page().getPath());
                    }

                    @Override
                    public void tracked(TrackedListing listing) {}

                    @Override
                    public void skipped(String item, String reason, String detail) {
                        skipped.add(reason);
                        why.put(item.replace(market.toString(), "/"), reason);
                    }
                })
                .run();
    }

    private Path captures() {
        return temp.resolve("captures");
    }

    private static Recrawl due(Set<URI> now) {
        return new Recrawl(Duration.ofHours(1), Duration.ofDays(30), false, now);
    }

    private void shop() {
        html("/", "<a href=/offer>a</a><a href=/plain>b</a>", "ETag", "\"h1\"");
        html("/offer", OFFER.formatted("1"), "ETag", "\"o1\"");
        html("/plain", "<main><h1>床单</h1><p>纯棉</p></main>");
        picture("1");
    }

    @Test
    void asksWhetherPagesHaveChangedAndReadsThemFromTheCaptureWhenNot() throws IOException {
        shop();
        CrawlTally first = crawl("first", BUDGET, Recrawl.all(), false).tally();
        assertThat(asked).containsExactlyInAnyOrder("/", "/offer", "/plain", "/img/1.jpg");

        CrawlTally second = crawl("second", BUDGET, Recrawl.all(), false).tally();
        assertThat(asked).containsExactlyInAnyOrder("304 /", "304 /offer", "/plain", "/img/1.jpg");
        assertThat(second).isEqualTo(first);
        assertThat(offers).containsExactly("/offer");
        assertThat(records()).filteredOn(r -> r.startsWith("revisit")).hasSize(2);
    }

    @Test
    void sendsNoValidatorsForAPageWhoseCaptureIsGone() throws IOException {
        shop();
        crawl("first", BUDGET, Recrawl.all(), false);
        try (Stream<Path> files = Files.list(captures())) {
            for (Path file : files.toList()) Files.delete(file);
        }
        crawl("second", BUDGET, Recrawl.all(), false);
        assertThat(asked).contains("/", "/offer").noneMatch(a -> a.startsWith("304"));
        assertThat(offers).containsExactly("/offer");
    }

    @Test
    void asksForNothingThatIsNotDueButForListingsWithOpenCases() throws IOException {
        shop();
        crawl("first", BUDGET, Recrawl.all(), false);
        CrawledSource quiet = crawl("second", BUDGET, due(Set.of()), false);
        assertThat(asked).isEmpty();
        assertThat(quiet.nothingDue()).isTrue();

        crawl("third", BUDGET, due(Set.of(market.resolve("/offer"))), false);
        assertThat(asked).containsExactly("304 /offer");
    }

    @Test
    void fetchesNewPagesOfAListThatIsDue() throws IOException {
        shop();
        crawl("first", BUDGET, Recrawl.all(), false);
        html("/", "<a href=/offer>a</a><a href=/plain>b</a><a href=/new>c</a>", "ETag", "\"h2\"");
        html("/new", OFFER.formatted("2"));
        picture("2");
        crawl("second", BUDGET, due(Set.of(market)), false);
        assertThat(asked).containsExactly("/", "/new", "/img/2.jpg");
    }

    @Test
    void leavesASourceAloneThatRefuses() throws IOException {
        answers.put("/", Answer.of(403, Map.of("cf-mitigated", "challenge"), "<title>Just a moment...</title>".getBytes(UTF_8)));
        crawl("first", BUDGET, Recrawl.all(), false);
        assertThat(skipped).containsExactly("captcha", "captcha"); // the page, and the source
        shop();
        CrawledSource second = crawl("second", BUDGET, Recrawl.all(), false);
        assertThat(asked).isEmpty();
        assertThat(skipped).containsExactly("captcha");
        assertThat(second.nothingDue()).isTrue();
    }

    @Test
    void tellsWhatIsLeftOutWhileItFetches() throws IOException {
        html("/", "<a href=/gone>a</a><a href=/secret>b</a><a href=/plain>c</a>");
        html("/plain", "<p>x</p>");
        answers.put("/robots.txt", Answer.of(200, Map.of(), "User-agent: *\nDisallow: /secret\n".getBytes(UTF_8)));
        crawl("first", BUDGET, Recrawl.all(), false);
        CrawlGauge last = gauges.getLast();
        assertThat(last.skipped()).containsExactlyInAnyOrderEntriesOf(Map.of("not-found", 1, "robots", 1));
        assertThat(last.bytes()).isGreaterThan(gauges.getFirst().bytes());
    }

    @Test
    void namesWhatIsCutShortLeadsInCirclesOrLiesOnNoWebServer() throws IOException {
        html("/", "<a href=/offer>o</a><a href=/long>a</a><a href=/self>b</a><a href=/ping>c</a><a href='file:///etc/passwd'>d</a>"
                + "<a href='gopher://old.example/1'>e</a><a href='ftp://me:secret@files.example/faces.zip'>f</a><a href='tel:+100'>g</a>");
        html("/offer", OFFER.formatted("1"));
        picture("1");
        html("/long", "<main><h1>t</h1>" + "<p>x</p>".repeat(200_000));
        answers.put("/self", Answer.of(302, Map.of("Location", "/self"), new byte[0]));
        answers.put("/ping", Answer.of(302, Map.of("Location", "/pong"), new byte[0]));
        answers.put("/pong", Answer.of(301, Map.of("Location", "/ping"), new byte[0]));
        String rules = "User-agent: *\nDisallow: /secret\n" + "# nothing\n".repeat(100_000);
        answers.put("/robots.txt", Answer.of(200, Map.of("Content-Type", "text/plain"), rules.getBytes(UTF_8)));
        crawl("first", BUDGET, Recrawl.all(), false);
        assertThat(why)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "/robots.txt", "truncated",
                        "/long", "truncated",
                        "/self", "redirects",
                        "/ping", "redirects",
                        "/pong", "redirects",
                        "file:///etc/passwd", "scheme",
                        "gopher://old.example/1", "scheme",
                        "ftp://files.example/faces.zip", "scheme"));
        assertThat(offers).containsExactly("/offer");
        assertThat(asked).contains("/img/1.jpg");
    }

    @Test
    void knowsAWallThatSaysItIsBusy() throws IOException {
        answers.put("/", Answer.of(503, Map.of("Content-Type", "text/html", "Retry-After", "1"),
                "<title>Just a moment...</title><p>Checking your browser before accessing".getBytes(UTF_8)));
        CrawledSource crawled = crawl("first", BUDGET, Recrawl.all(), false);
        assertThat(skipped).containsExactly("captcha", "captcha"); // the page, and the source
        assertThat(asked).containsExactly("/");
        assertThat(crawled.tally().pages()).isZero();
    }

    @Test
    void stopsAskingInTheMiddleOfARoundWhenASiteRefuses() throws IOException {
        StringBuilder home = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            home.append("<a href=/p").append(i).append(">p</a>");
            answers.put("/p" + i, Answer.of(403, Map.of("Content-Type", "text/html"), "<title>Attention Required!</title><p>Sorry, you have been blocked</p>".getBytes(UTF_8)));
        }
        html("/", home.toString());
        crawl("first", BUDGET, Recrawl.all(), false);
        assertThat(asked.size()).as(asked::toString).isBetween(4, 20); // eight at once, three refusals are enough
        assertThat(skipped).contains("blocked");
    }

    @Test
    void takesNoPictureForAnOfferThatMustNotBeIndexedAndFollowsNoLinkThatMustNotBeFollowed() throws IOException {
        html("/", "<a href=/noindex>a</a><a href=/nofollow>b</a>");
        html("/noindex", OFFER.formatted("1") + "<a href=/from-noindex>x</a>", "X-Robots-Tag", "noindex");
        html("/nofollow", "<a href=/from-nofollow>y</a>", "X-Robots-Tag", "unlisted: nofollow");
        html("/from-noindex", "<p>x</p>");
        picture("1");
        crawl("first", BUDGET, Recrawl.all(), false);
        assertThat(asked).containsExactlyInAnyOrder("/", "/noindex", "/nofollow", "/from-noindex");
        assertThat(skipped).containsExactly("noindex");
        assertThat(offers).isEmpty();
    }

    @Test
    void keepsToItsBudgets() throws IOException {
        StringBuilder home = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            home.append("<a href=/o").append(i).append(">o</a>");
            html("/o" + i, OFFER.formatted(i) + "<p>" + "x".repeat(100_000) + "</p>");
            picture(Integer.toString(i));
        }
        html("/", home.toString());
        crawl("pages", new Budget(3, 10, 4, 1_000_000_000L, Duration.ofMinutes(5)), Recrawl.all(), false);
        assertThat(asked).filteredOn(a -> a.startsWith("/img/")).hasSize(4);
        assertThat(asked).filteredOn(a -> !a.startsWith("/img/")).hasSize(10);

        crawl("bytes", new Budget(3, 100, 0, 1_000_000L, Duration.ofMinutes(5)), Recrawl.all(), false);
        assertThat(asked.size()).isBetween(10, 20); // 100 KB each, eight at once
        assertThat(skipped).contains("budget");

        crawl("depth", new Budget(1, 100, 100, 1_000_000_000L, Duration.ofMinutes(5)), Recrawl.all(), false);
        assertThat(asked).contains("/");
    }

    @Test
    void isNotCaughtInACalendar() throws IOException {
        server.removeContext("/");
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            asked.add(path);
            int day = path.startsWith("/day?") ? Integer.parseInt(path.replaceAll(".*-", "")) : 0;
            byte[] body = ("<a href='/day?date=2031-05-" + (day + 1) + "'>n</a><a href='/day?date=2031-06-" + (day + 2) + "'>m</a>").getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(path.equals("/robots.txt") ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        crawl("first", new Budget(50, 10_000, 0, 1_000_000_000L, Duration.ofMinutes(5)), Recrawl.all(), false);
        assertThat(asked.size()).isLessThan(120);
        assertThat(skipped).contains("trap");
    }

    @Test
    void reportsAnOfferAsNotFoundOnceItsPageSaysThatItIsGone() throws IOException {
        shop();
        crawl("first", BUDGET, Recrawl.all(), false);
        assertThat(offers).containsExactly("/offer");
        html("/offer", "<html lang=zh><title>t</title><main><h1>市场</h1><p>宝贝已下架</p></main>");
        crawl("second", BUDGET, Recrawl.all(), false);
        assertThat(offers).isEmpty();
        assertThat(skipped).containsExactly("not-found");
    }

    @Test
    void takesSitemapsAsSeedsWhereThePlanAsks() throws IOException {
        shop();
        html("/", "<p>nothing leads on</p>");
        answers.put("/sitemap.xml", Answer.of(200, Map.of("Content-Type", "application/xml"),
                ("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>" + market + "offer</loc></url>"
                        + "<url><loc>http://elsewhere.example/x</loc></url></urlset>").getBytes(UTF_8)));
        crawl("without", BUDGET, Recrawl.all(), false);
        assertThat(asked).containsExactly("/");
        crawl("with", BUDGET, Recrawl.all(), true);
        assertThat(asked).contains("/sitemap.xml", "/offer", "/img/1.jpg");
    }

    @Test
    void writesCapturesThatAWarcReaderVerifiesAndDropsPicturesOnceLookedAt() throws Exception {
        shop();
        CrawledSource crawled = crawl("first", BUDGET, Recrawl.all(), false);
        assertThat(records()).filteredOn(r -> r.startsWith("response")).hasSize(3);
        assertThat(records()).filteredOn(r -> r.startsWith("request")).hasSize(3);
        assertThat(records()).filteredOn(r -> r.startsWith("metadata")).hasSize(3);
        Path pictures = temp.resolve("state/pictures");
        assertThat(pictures).isNotEmptyDirectory();
        crawled.scan(KillableCrawl.Lines.class, Map.of(), Map.of(), temp.resolve("attached"), done -> {});
        assertThat(pictures).doesNotExist();
        crawled.forget();
        try (Stream<Path> files = Files.walk(temp)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                assertThat(HexFormat.of().formatHex(Files.readAllBytes(file))).as(file.toString()).doesNotContain("ffd8ffe0010203");
        }
    }

    /** Type and address of every record, their digests checked. */
    private List<String> records() throws IOException {
        List<String> records = new ArrayList<>();
        try (Stream<Path> files = Files.list(captures())) {
            for (Path file : files.toList())
                try (WarcReader reader = new WarcReader(file)) {
                    for (WarcRecord record : reader) {
                        assertThat(record.version().toString()).isEqualTo("WARC/1.1");
                        records.add(record.type() + " " + record.headers().first("WARC-Target-URI").orElse(""));
                        if (record instanceof WarcResponse response) verify(response);
                    }
                }
        }
        return records;
    }

    private static void verify(WarcResponse response) throws IOException {
        String digest = response.headers().first("WARC-Payload-Digest").orElseThrow();
        byte[] payload = response.http().body().stream().readAllBytes();
        try {
            assertThat(digest).isEqualTo("sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(payload)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
