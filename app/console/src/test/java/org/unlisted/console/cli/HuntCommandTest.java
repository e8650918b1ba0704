package org.unlisted.console.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.unlisted.console.config.AppFolder;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.capture.WarcRecords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command on stored pages, as a program calls it. */
@Isolated("it takes standard output")
class HuntCommandTest {
    private static final Path SAMPLE = Path.of("../../samples/market/xian/item-1001.html");
    private static final String URL = "http://market.example/xian/item-1001.html";

    private final PrintStream stdout = System.out;
    private final PrintStream stderr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path captures;

    @BeforeEach
    void take() {
        System.setProperty(AppFolder.PROPERTY, "../..");
        System.setOut(new PrintStream(out, true, UTF_8));
        System.setErr(new PrintStream(err, true, UTF_8));
    }

    @AfterEach
    void giveBack() {
        System.setOut(stdout);
        System.setErr(stderr);
    }

    @Test
    void printsALineAHitAndTheCountsLast() throws Exception {
        archive("market", "20261101-030000-aa-1", page(URL, Files.readString(SAMPLE)));

        assertThat(hunt("--json")).isEqualTo(ExitCode.DONE);

        JsonNode hit = lines().getFirst();
        assertThat(hit.path("source").asString()).isEqualTo("market");
        assertThat(hit.path("page").asString()).isEqualTo(URL);
        assertThat(hit.path("captured_at").asString()).isEqualTo("2026-11-01T03:00:01Z");
        assertThat(hit.path("label").asString()).isEqualTo("SALE");
        assertThat(hit.path("new").asBoolean()).as("the installed lexicon knows it").isFalse();
        assertThat(hit.path("reasons").get(0).path("phrase").asString()).isNotEmpty();
        assertThat(hit.path("trackers").isEmpty()).isTrue();
        JsonNode counts = lines().getLast();
        assertThat(counts.propertyNames()).containsExactly(
                "captures", "pages", "listings", "offers", "newOffers", "tracked", "unreadable", "seconds");
        assertThat(counts.path("offers").asInt()).isEqualTo(1);
        assertThat(counts.path("newOffers").asInt()).isZero();
    }

    @Test
    void masksNumbersOfPeopleAndContacts() throws Exception {
        String html = "<html><head><title>手持身份证 110101199003077758</title></head><body><h1>手持身份证 110101199003077758</h1>"
                + "<p>出售手持身份证 2000套 1元一套 姓名张三 身份证号110101199003077758 微信 facebuyer2026</p></body></html>";
        archive("market", "20261101-030000-aa-1", page("http://market.example/1", html));

        hunt("--json");

        assertThat(lines()).hasSize(2);
        assertThat(out.toString(UTF_8)).contains("手持身份证").doesNotContain("199003077758", "facebuyer2026");
    }

    @Test
    void showsPeopleATable() throws Exception {
        archive("market", "20261101-030000-aa-1", page(URL, Files.readString(SAMPLE)));

        assertThat(hunt()).isEqualTo(ExitCode.DONE);

        assertThat(out.toString(UTF_8).lines().toList()).hasSize(3)
                .satisfies(l -> assertThat(l.get(0)).contains("CAPTURED", "LISTING"))
                .satisfies(l -> assertThat(l.get(1)).contains("2026-11-01", "market", "CNY", URL))
                .satisfies(l -> assertThat(l.get(2)).contains("1 pages of 1 captures", "pages/s", "1 offers (0 new)"));
    }

    @Test
    void listsNothingOldWhereOnlyTheNewIsWanted() throws Exception {
        archive("market", "20261101-030000-aa-1", page(URL, Files.readString(SAMPLE)));

        assertThat(hunt("--json", "--new-only")).isEqualTo(ExitCode.DONE);

        assertThat(lines()).singleElement().satisfies(l -> assertThat(l.path("offers").asInt()).isEqualTo(1));
    }

    @Test
    void goesNoFurtherBackThanTold() throws Exception {
        archive("market", "20261101-030000-aa-1", page(URL, Files.readString(SAMPLE)));

        assertThat(hunt("--json", "--since", "2026-11-02")).isEqualTo(ExitCode.DONE);
        assertThat(lines().getLast().path("captures").asInt()).isZero();
        assertThat(HuntSince.of("90d", Instant.parse("2026-12-01T12:00:00Z"))).isEqualTo("2026-09-02T12:00:00Z");
        assertThatThrownBy(() -> HuntSince.of("soon", Instant.EPOCH)).isInstanceOf(UsageException.class)
                .hasMessageContaining("neither days (90d) nor a date");
    }

    @Test
    void endsWithThreeWhereAnArchiveBreaksOff() throws Exception {
        Path file = archive("market", "20261101-030000-aa-1", page(URL, Files.readString(SAMPLE)));
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 40));

        assertThat(hunt("--json")).isEqualTo(ExitCode.SKIPPED);

        assertThat(lines().getLast().path("unreadable").asInt()).isEqualTo(1);
        assertThat(lines().getLast().path("offers").asInt()).isEqualTo(1);
        assertThat(err.toString(UTF_8)).contains(file + ": breaks off after byte ");
    }

    @Test
    void refusesWrongUsage() throws Exception {
        archive("market", "20261101-030000-aa-1", page(URL, Files.readString(SAMPLE)));

        assertThat(hunt("--source", "forum")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(UTF_8)).contains("no captures of source 'forum'", "there are: market");
        assertThat(hunt("--since", "yesterday")).isEqualTo(ExitCode.USAGE);
        assertThat(hunt("--trackers", captures.resolve("none").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(hunt("--enrolee", "ada")).as("it reads nothing stored").isEqualTo(ExitCode.USAGE);
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    private int hunt(String... more) {
        List<String> args = new ArrayList<>(
                List.of("hunt", "--captures", captures.toString(), "--lexicon", "../../config/lexicon"));
        args.addAll(List.of(more));
        return Unlisted.run(args.toArray(new String[0]));
    }

    private List<JsonNode> lines() {
        return out.toString(UTF_8).lines().map(l -> JsonMapper.shared().readTree(l)).toList();
    }

    private Path archive(String source, String name, Exchange page) throws IOException {
        Path folder = Files.createDirectories(captures.resolve(source));
        return Files.write(folder.resolve(name + ".warc.gz"), WarcRecords.pair(page));
    }

    private static Exchange page(String url, String html) {
        return new Exchange(URI.create(url), Instant.parse("2026-11-01T03:00:01Z"), 200, List.of(),
                List.of(Map.entry("Content-Type", "text/html; charset=utf-8")), Optional.empty(), false, html.getBytes(UTF_8));
    }
}
