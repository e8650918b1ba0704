package org.unlisted.console.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.console.desk.Evidence;
import org.unlisted.console.desk.SealedRecords;
import org.unlisted.console.home.Home;
import org.unlisted.console.metrics.Exposition;
import org.unlisted.console.metrics.SweepMetrics;
import org.unlisted.console.metrics.WatchedSweep;
import org.unlisted.console.storage.Database;
import org.unlisted.console.storage.JdbcCaseStore;
import org.unlisted.face.enrol.EnrolmentDesk;
import org.unlisted.face.enrol.NamedPhoto;
import org.unlisted.face.enrol.ReferenceVault;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseDesk;
import org.unlisted.takedown.cases.Review;
import org.unlisted.takedown.evidence.EvidenceVault;
import org.unlisted.takedown.sighting.Region;

class ConsoleAppTest {
    @TempDir
    static Path dir;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ByteArrayOutputStream STANDARD_OUTPUT = new ByteArrayOutputStream();
    private static final PrintStream BEFORE = System.out;
    private static final SweepMetrics METRICS = new SweepMetrics();
    private static Database database;
    private static JdbcCaseStore store;
    private static ConsoleApp console;
    private static Case underReview;
    private static Case dismissed;
    private static EvidenceVault vault;

    @BeforeAll
    static void start() throws Exception {
        System.setOut(new PrintStream(STANDARD_OUTPUT, true, UTF_8));
        Home home = Home.open(dir.resolve("home"));
        database = Database.open(home);
        store = new JdbcCaseStore(database);
        vault = new EvidenceVault(home.evidence(), home.key("evidence"));
        Evidence evidence = new Evidence(vault);
        CaseDesk desk = new CaseDesk(store, Clock.systemUTC());
        dismissed = desk.dismiss(
                desk.file(evidence.sheet("p03", "http://market.example/item/2")).id(),
                new Review("reviewer", Evidence.SEEN, "<script>alert(1)</script> somebody else"));
        underReview = desk.file(evidence.sheet("p01", "http://market.example/item/1?a=1&b=%3Ci%3E"));
        ReferenceVault references = new ReferenceVault(home.references(), home.key("references"));
        enrol(references);
        console = ConsoleApp.start(store, new CasePictures(new SealedRecords(vault), references), METRICS, 0);
    }

    private static void enrol(ReferenceVault references) throws IOException {
        List<NamedPhoto> photos = new ArrayList<>();
        for (int i = 1; i <= 3; i++) photos.add(new NamedPhoto(i + ".jpg", Evidence.sample("enrol/p01/" + i + ".jpg")));
        Path models = Path.of("../../face-index/target/models");
        try (EnrolmentDesk desk = EnrolmentDesk.open(Path.of("../../config/models"), models, references)) {
            desk.enrol(new EnroleeId("p01"), photos);
        }
    }

    @AfterAll
    static void stop() {
        System.setOut(BEFORE);
        if (console != null) console.close();
        if (database != null) database.close();
    }

    @Test
    void listsEveryCaseThoseUnderReviewFirst() throws Exception {
        String page = get("/").body();
        assertThat(page.indexOf(underReview.id().value()))
                .isPositive()
                .isLessThan(page.indexOf(dismissed.id().value()));
        assertThat(page).contains("3.50 CNY", "2,300", "Photos holding an ID + Face photos", "0.712", "0.551");
        assertThat(page).contains("1 in 10,000 comparisons", "mobilefacenet", "@laowang_88", "p01", "Under review");
    }

    @Test
    void showsWhatStrangersWroteAsTextAndTheAddressAsNoLink() throws Exception {
        String page = get("/").body();
        assertThat(page).contains("真人手持身份证 &lt;b&gt;四件套&lt;/b&gt; 现货").contains("&lt;script&gt;alert(1)");
        assertThat(page).doesNotContain("<b>四件套").doesNotContain("<script>alert");
        assertThat(page).contains("http://market.example/item/1?a=1&amp;b=%3Ci%3E").doesNotContain("href=\"http");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "vi"})
    void speaksTheLanguageThatWasChosen(String language) throws Exception {
        HttpResponse<String> choice = get("/?lang=" + language);
        assertThat(choice.statusCode()).isEqualTo(302);
        assertThat(choice.headers().firstValue("Location")).hasValueSatisfying(l -> assertThat(l).endsWith("/"));
        String cookie = choice.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
        String page = get("/", "Cookie", cookie.substring(0, cookie.indexOf(';'))).body();
        assertThat(page).contains("<html lang=\"" + language + "\"").doesNotContain("??");
        assertThat(page).contains(switch (language) {
            case "zh-CN" -> "待审核";
            case "vi" -> "Đang chờ duyệt";
            default -> "Under review";
        });
    }

    @Test
    void speaksTheBrowsersLanguageUntilOneIsChosen() throws Exception {
        assertThat(get("/", "Accept-Language", "fr, vi;q=0.8, en;q=0.5").body()).contains("<html lang=\"vi\"");
        assertThat(get("/", "Accept-Language", "zh-Hans-SG").body()).contains("<html lang=\"zh-CN\"");
        assertThat(get("/", "Accept-Language", "de").body()).contains("<html lang=\"en\"");
        assertThat(get("/", "Accept-Language", ";;;").body()).contains("<html lang=\"en\"");
        assertThat(get("/?lang=tlh").headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void servesTheFaceTheReferenceAndThePictureWithEverybodyElseCovered() throws Exception {
        String base = "/cases/" + underReview.id();
        assertThat(jpeg(base + "/portrait").getWidth()).isGreaterThan(100);
        assertThat(jpeg(base + "/sightings/1/face").getWidth()).isBetween(100, 320);
        var covered = jpeg(base + "/sightings/1/picture");
        var served = Evidence.decode(Evidence.sample("sheets/sheet1.jpg"));
        double scale = (double) covered.getWidth() / served.getWidth();
        for (Region other : underReview.sightings().getFirst().image().others()) {
            int x = (int) ((other.left() + other.right()) / 2.0 * scale);
            int y = (int) ((other.top() + other.bottom()) / 2.0 * scale);
            int colour = covered.getRGB(x, y);
            for (int d = -3; d <= 3; d++) assertThat(distance(covered.getRGB(x + d, y + d), colour)).isLessThan(12);
        }
    }

    @Test
    void hasNothingToShowForWhatIsNotThere() throws Exception {
        String base = "/cases/" + underReview.id();
        for (String path : new String[] {
            base + "/sightings/0/face",
            base + "/sightings/2/face",
            base + "/sightings/x/face",
            "/cases/C-2026-000000/portrait",
            "/cases/..%2f..%2fkeys/portrait",
            "/cases/" + dismissed.id() + "/portrait",
            "/keys/home.key",
            "/actuator",
            "/error/x"
        }) assertThat(get(path).statusCode()).as(path).isBetween(400, 404);
        assertThat(get("/nothing").body()).doesNotContain("Exception");
    }

    @Test
    void saysThatAPictureIsGoneOnceItsEvidenceIsErased() throws Exception {
        vault.erase(dismissed.sightings().getFirst().image().evidence());
        assertThat(get("/cases/" + dismissed.id() + "/sightings/1/face").statusCode()).isEqualTo(404);
    }

    @Test
    void letsNothingBeKeptFramedOrLoadedFromElsewhere() throws Exception {
        String portrait = "/cases/" + underReview.id() + "/portrait";
        for (String path : new String[] {"/", "/console.css", "/console.js", portrait, "/nothing"}) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.headers().allValues("Cache-Control")).as(path).containsExactly("no-store");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'")
                    .contains("frame-ancestors 'none'", "form-action 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        }
        Matcher addresses = Pattern.compile("(?:src|href)=\"([^\"]*)\"").matcher(get("/").body());
        Set<String> foreign = new TreeSet<>();
        while (addresses.find()) if (!addresses.group(1).startsWith("/")) foreign.add(addresses.group(1));
        assertThat(foreign).isEmpty();
    }

    @Test
    void tellsItsCountsToPrometheus() throws Exception {
        try (WatchedSweep sweep = METRICS.watch()) {
            sweep.accept(new SweepEvent.Started("s-1", "plan", 1, 8, 24));
            sweep.accept(new SweepEvent.Gauge("market", 1, 3, 9, 4.5, 0, 100, Map.of("m.example", 6), Map.of()));
            String accept = "application/openmetrics-text;version=1.0.0;q=0.5,text/plain;version=0.0.4;q=0.3,*/*;q=0.1";
            HttpResponse<String> answer = get("/metrics", "Accept", accept);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""))
                    .isEqualToIgnoringCase("text/plain;version=0.0.4;charset=utf-8");
            assertThat(Exposition.read(answer.body()))
                    .containsEntry("unlisted_sweep_running", 1.0)
                    .containsEntry("unlisted_pages_per_second{source=\"market\"}", 4.5)
                    .containsEntry("unlisted_bytes_total{source=\"market\"}", 100.0)
                    .containsEntry("unlisted_queue{host=\"m.example\"}", 6.0);
            assertThat(get("/metrics", "Accept", "application/json").body()).isEqualTo(answer.body());
        }
        assertThat(raw("GET /metrics HTTP/1.1\r\nHost: attacker.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
    }

    @Test
    void takesNoPhotoIn() throws Exception {
        assertThat(get("/").body()).doesNotContain("<form").doesNotContain("type=\"file\"");
        String portrait = "/cases/" + underReview.id() + "/portrait";
        for (String path : new String[] {"/", "/cases", portrait, "/search", "/upload"}) {
            HttpRequest upload = request(path)
                    .header("Content-Type", "image/jpeg")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(Evidence.sample("enrol/p01/1.jpg")))
                    .build();
            assertThat(HTTP.send(upload, BodyHandlers.ofString()).statusCode()).as(path).isBetween(404, 405);
        }
    }

    @Test
    void doesNotAnswerToAnotherName() throws Exception {
        String request = "GET / HTTP/1.1\r\nHost: %s:" + console.port() + "\r\nConnection: close\r\n\r\n";
        assertThat(raw(request.formatted("attacker.example"))).startsWith("HTTP/1.1 421");
        assertThat(raw(request.formatted("localhost"))).startsWith("HTTP/1.1 200");
    }

    @Test
    void listensOnTheLoopbackInterfaceOnly() throws Exception {
        assertThat(console.url().getHost()).isEqualTo("127.0.0.1");
        // were it bound to every interface, the port would be taken here
        try (ServerSocket other = new ServerSocket(console.port(), 1, InetAddress.getByName("127.0.0.2"))) {
            assertThat(other.isBound()).isTrue();
        }
    }

    @Test
    void saysThatAPortIsTaken() {
        CasePictures pictures = new CasePictures(new SealedRecords(vault), references());
        assertThatThrownBy(() -> ConsoleApp.start(store, pictures, METRICS, console.port()))
                .isInstanceOf(IOException.class)
                .hasMessage("port " + console.port() + " is taken");
    }

    @Test
    void leavesStandardOutputAlone() throws Exception {
        get("/");
        get("/nothing");
        assertThat(STANDARD_OUTPUT.toString(UTF_8)).isEmpty();
    }

    private static ReferenceVault references() {
        try {
            return new ReferenceVault(dir.resolve("none"), new byte[32]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int distance(int rgb, int other) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8)
            most = Math.max(most, Math.abs((rgb >> shift & 0xff) - (other >> shift & 0xff)));
        return most;
    }

    private static BufferedImage jpeg(String path) throws Exception {
        HttpResponse<byte[]> answer = HTTP.send(request(path).build(), BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        return Evidence.decode(answer.body());
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) request.headers(headers);
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + console.port() + path));
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), console.port())) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
