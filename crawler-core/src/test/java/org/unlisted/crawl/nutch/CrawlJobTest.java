package org.unlisted.crawl.nutch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.crawl.capture.ImageHandler;
import org.unlisted.crawl.capture.OfferImage;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.crawl.fetch.FetchPolicy;
import org.unlisted.crawl.fetch.Loopback;
import org.unlisted.crawl.scope.Budget;
import org.unlisted.crawl.scope.ScopeRules;
import org.unlisted.crawl.tracker.TrackedListing;
import org.unlisted.crawl.tracker.TrackerHit;

/** A real Nutch crawl of a small market on loopback: one run, looked at from all sides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrawlJobTest {
    private static final String SECRET = "a secret that stays in memory";
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 1, 2, 3};
    private static final String OFFER = "<html lang=zh><head><title>t</title></head><body><main><h1>出一批手持身份证</h1>"
            + "<p>手持+正反面一套三张,共8600套,0.5元一套,打包出售,懂的来</p>%s</main></body></html>";

    private final List<OfferListing> offers = new ArrayList<>();
    private final Set<String> tracked = new TreeSet<>();
    private final Set<String> skipped = new TreeSet<>();
    private final List<String> stages = new ArrayList<>();
    private Loopback market;
    private Path work;
    private CrawledSource crawled;

    @BeforeAll
    void runOnce(@TempDir Path temp) throws IOException {
        market = new Loopback();
        market.reply("/robots.txt", 200, Map.of("Content-Type", "text/plain"), "User-agent: *\nDisallow: /private/\n".getBytes(UTF_8));
        market.html("/", "<title>home</title><a href=/offer.html>a</a><a href=/goods.html>b</a><a href=/private/x.html>c</a>"
                + "<a href=/gone.html>d</a><a href=/moved>e</a><a href=/login.html>f</a><a href=http://elsewhere.example/>g</a>"
                + "<a href=/away>h</a><a href=/pic/9>i</a>");
        market.html("/offer.html", OFFER.formatted("<img src=/img/face1.jpg width=400 height=500><img src=/img/lost.jpg width=400 height=500>"));
        market.html("/offer2.html", OFFER.formatted("<img src=/img/face1.jpg width=400 height=500><img src=/r/face2 width=400 height=500>"
                + "<img src=/pic/9 width=400 height=500>"));
        market.html("/goods.html", "<main><h1>纯棉四件套</h1><p>床单被套枕套 1.8米床 199一套</p><img src=/img/bed.jpg width=400 height=500></main>");
        market.html("/login.html", "<form method=post><input name=user><input type=password name=p></form>");
        market.reply("/moved", 301, Map.of("Location", "/offer2.html"), new byte[0]);
        market.reply("/away", 302, Map.of("Location", "http://elsewhere.example/x"), new byte[0]);
        market.reply("/img/face1.jpg", 200, Map.of("Content-Type", "image/jpeg"), JPEG);
        market.reply("/img/face2.jpg", 200, Map.of("Content-Type", "image/jpeg"), JPEG);
        market.reply("/img/bed.jpg", 200, Map.of("Content-Type", "image/jpeg"), JPEG);
        market.reply("/pic/9", 200, Map.of("Content-Type", "image/jpeg"), JPEG);
        market.reply("/r/face2", 302, Map.of("Location", "/img/face2.jpg"), new byte[0]);
        work = temp.resolve("crawl");
        CrawlPlan plan = new CrawlPlan(
                "market",
                List.of(market.url("/")),
                new FetchPolicy("Unlisted", "https://unlisted.example/", Duration.ofSeconds(5), 1 << 20, true),
                ScopeRules.ofSeeds(List.of(market.url("/"))),
                new Budget(3, 100, 100, 1L << 30, Duration.ofMinutes(5)),
                Recrawl.all(),
                false,
                new Reading(Path.of("../config/lexicon"), trackers(temp), Path.of("../config/sites")));
        crawled = new CrawlJob(plan, CrawlPlace.within(work), new CrawlListener() {
                    @Override
                    public void progress(String stage, int round, int done, int total) {
                        assertThat(done).isLessThanOrEqualTo(total);
                        stages.add(stage + round);
                    }

                    @Override
                    public void offer(OfferListing offer) {
                        offers.add(offer);
                    }

                    @Override
                    public void tracked(TrackedListing listing) {
                        for (TrackerHit hit : listing.hits())
                            tracked.add(hit.trackerId() + " " + listing.url().getPath());
                    }

                    @Override
                    public void skipped(String item, String reason, String detail) {
                        skipped.add(reason + " " + URI.create(item).getPath());
                    }
                })
                .run();
    }

    private static Path trackers(Path temp) throws IOException {
        Path folder = Files.createDirectories(temp.resolve("trackers"));
        Files.writeString(folder.resolve("ngo.yaml"), """
                - {id: bedding, query: 四件套}
                - {id: cards, owner: Example NGO, query: 'title:身份证'}
                """);
        return folder;
    }

    @AfterAll
    void stop() {
        market.close();
    }

    @Test
    void findsOffersAlsoBehindARedirect() {
        assertThat(offers.stream().map(o -> o.page().getPath()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("/offer.html", "/offer2.html");
        assertThat(offers).allSatisfy(o -> assertThat(o.offer().persons()).hasValue(8_600));
    }

    @Test
    void saysWhatItLeftOutAndWhy() {
        assertThat(skipped)
                .containsExactly(
                        "login /login.html",
                        "not-found /gone.html",
                        "not-found /img/lost.jpg",
                        "robots /private/x.html",
                        "scope /away",
                        "scope /pic/9"); // first met as a mere link, before an offer showed it
    }

    @Test
    void asksForPicturesOfOffersAloneAndObeysRobots() {
        assertThat(market.asked())
                .contains("/img/face1.jpg", "/r/face2", "/img/face2.jpg")
                .doesNotContain("/img/bed.jpg", "/private/x.html");
        assertThat(market.asked().stream().filter(path -> !path.equals("/pic/9"))).doesNotHaveDuplicates();
    }

    @Test
    void reportsWhatTrackersHitAndAsksForNoPictureBecauseOfThem() {
        assertThat(tracked).containsExactly("bedding /goods.html", "cards /offer.html", "cards /offer2.html");
        assertThat(market.asked()).doesNotContain("/img/bed.jpg");
    }

    @Test
    void countsPagesListingsAndPictures() {
        assertThat(crawled.tally().pages()).isEqualTo(5); // home, two offers, goods, login
        assertThat(crawled.tally().offers()).isEqualTo(2);
        assertThat(crawled.tally().pictures()).isEqualTo(4);
    }

    @Test
    void reportsItsStages() {
        assertThat(stages).contains("inject0", "generate1", "fetch1", "parse1", "update1", "fetch3");
    }

    @Test
    void keepsPagesAsTheyWereFetched() throws IOException {
        assertThat(crawled.page(market.url("/offer.html")))
                .hasValueSatisfying(page -> assertThat(new String(page.body(), UTF_8)).contains("8600套"));
        assertThat(crawled.page(market.url("/never.html"))).isEmpty();
    }

    @Test
    void handsEachPictureOverWithAllItsOffersAndTheKeys() throws IOException {
        List<String> lines = crawled.scan(
                Recorder.class, Map.of("work", work.toString()), Map.of("secret", SECRET.getBytes(UTF_8)), work, done -> {});
        assertThat(lines)
                .containsExactlyInAnyOrder(
                        "/img/face1.jpg 2 offers, secret arrived, on disk: false",
                        "/pic/9 1 offers, secret arrived, on disk: false",
                        "/img/face2.jpg 1 offers, secret arrived, on disk: false"); // the address that answered
    }

    /** Says what it was handed. */
    public static final class Recorder implements ImageHandler {
        private String keys = "";

        @Override
        public void open(Map<String, String> settings, Map<String, byte[]> keys) throws IOException {
            boolean arrived = Arrays.equals(keys.get("secret"), SECRET.getBytes(UTF_8));
            this.keys = (arrived ? "secret arrived" : "no secret") + ", on disk: "
                    + onDisk(Path.of(settings.getOrDefault("work", "")));
        }

        /** Hadoop writes a job's configuration to disk while it runs: no key may be in it. */
        private static boolean onDisk(Path work) throws IOException {
            try (Stream<Path> files = Files.walk(work)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String content = Files.readString(file, ISO_8859_1);
                    if (content.contains(SECRET)
                            || content.contains(Base64.getEncoder().encodeToString(SECRET.getBytes(UTF_8)))) return true;
                }
            }
            return false;
        }

        @Override
        public List<String> handle(OfferImage image) {
            return List.of(
                    image.exchange().url().getPath() + " " + image.listings().size() + " offers, " + keys);
        }

        @Override
        public void close() {}
    }
}
