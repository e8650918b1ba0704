package org.unlisted.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unlisted.console.demo.MarketServer;

/** What goes wrong out there, through the launcher: clear words, the right exit code, and the rest goes on. */
class BadInputIT {
    private Path folder = Path.of("");

    @BeforeEach
    void inAFolderOfItsOwn() throws IOException {
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bad-input");
    }

    private Launcher.Result sweep(String plan) throws Exception {
        Files.writeString(folder.resolve("plan.yaml"), plan);
        return Launcher.run(folder, Map.of(), "sweep", "plan.yaml", "--json", "--out", "out");
    }

    @Test
    void aPlanWithAnUnknownKeyIsRefusedByName() throws Exception {
        Launcher.Result result = sweep("plan: x\ncontact: https://x.example\nsorces: []\nsources: []\n");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("plan.yaml").contains("sorces");
    }

    @Test
    void aSourceOutsideTheWebIsRefusedByName() throws Exception {
        Launcher.Result result = sweep("""
                plan: x
                contact: https://x.example
                sources:
                  - id: files
                    type: web
                    seeds: ["ftp://files.example/"]
                """);
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("ftp://files.example/").contains("http");
    }

    @Test
    void aMissingPlanIsNamed() throws Exception {
        Launcher.Result result = Launcher.run(folder, Map.of(), "sweep", "nowhere.yaml");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("nowhere.yaml");
    }

    @Test
    void anUnreachableSourceIsReportedAndTheOtherGoesOn() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        try (MarketServer market = MarketServer.start(Launcher.SAMPLES.resolve("market"))) {
            Launcher.Result result = sweep("""
                    plan: x
                    contact: https://x.example
                    sources:
                      - {id: gone, type: web, seeds: ["http://127.0.0.1:%d/"], allowLoopback: true, delayMillis: 0}
                      - {id: there, type: web, seeds: ["%s/about.html"], allowLoopback: true, rounds: 1, delayMillis: 0}
                      - {id: lost, type: telegram-export, path: nothing/result.json}
                    """.formatted(free, market.origin()));
            assertThat(result.exitCode()).as(result.err()).isEqualTo(3);
            assertThat(result.last().get("pages").intValue()).isPositive();
            assertThat(result.last().get("skipped").get("unreachable").intValue()).isEqualTo(1);
            assertThat(result.last().get("skipped").get("source").intValue()).isEqualTo(1);
            assertThat(result.last().get("skipped").get("empty-gallery").intValue()).isEqualTo(1);
            assertThat(Files.readString(folder.resolve("out/report.html")))
                    .contains("127.0.0.1:" + free)
                    .contains("nobody is enrolled");
        }
    }

    @Test
    void anInsideAddressIsRefusedUnlessThePlanAllowsIt() throws Exception {
        try (MarketServer market = MarketServer.start(Launcher.SAMPLES.resolve("market"))) {
            Launcher.Result result = sweep("""
                    plan: x
                    contact: https://x.example
                    sources:
                      - {id: inside, type: web, seeds: ["%s/"]}
                    """.formatted(market.origin()));
            assertThat(result.exitCode()).as(result.err()).isEqualTo(1);
            assertThat(result.last().get("skipped").get("address").intValue()).isEqualTo(1);
            assertThat(market.requested()).isEmpty();
        }
    }

    @Test
    void anOutputThatCannotBeWrittenIsNamed() throws Exception {
        Files.writeString(folder.resolve("file"), "not a folder");
        Files.writeString(folder.resolve("plan.yaml"), """
                plan: x
                contact: https://x.example
                sources:
                  - {id: lost, type: telegram-export, path: nothing/result.json}
                """);
        Launcher.Result result = Launcher.run(folder, Map.of(), "sweep", "plan.yaml", "--out", "file/out");
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("file");
    }

    @Test
    void interruptingEndsTheProcessOfTheSweepAndLeavesAReport() throws Exception {
        try (MarketServer market = MarketServer.start(Launcher.SAMPLES.resolve("market"))) {
            Path plan = folder.resolve("plan.yaml");
            // a delay makes the crawl long enough to be interrupted
            Files.writeString(plan, """
                    plan: x
                    contact: https://x.example
                    sources:
                      - {id: market, type: web, seeds: ["%s/"], allowLoopback: true, rounds: 9, delayMillis: 400}
                    """.formatted(market.origin()));
            Path out = folder.resolve("stdout");
            Path err = folder.resolve("stderr");
            Process process = Launcher.start(folder, Map.of(), out, err, "sweep", "plan.yaml", "--json", "--out", "out");
            await().atMost(Duration.ofMinutes(2)).until(() -> market.requested().size() > 5);
            ProcessHandle child = process.descendants().findFirst().orElseThrow();

            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            await().atMost(Duration.ofSeconds(30)).until(() -> !child.isAlive());
            assertThat(Files.readString(err)).contains("ended early");
            assertThat(folder.resolve("out/report.html")).isNotEmptyFile();
            try (Stream<Path> scratch = Files.list(folder.resolve("data/work"))) {
                assertThat(scratch.filter(Files::isDirectory)).allSatisfy(f -> assertThat(f).isEmptyDirectory());
            }
        }
    }

    private Launcher.Result scan(Map<String, String> home, String out) throws Exception {
        return Launcher.run(folder, home, "scan", "bundle", "--operator", "N. N.", "--reason", "handed in by its finder",
                "--confirm-few", "--json", "--out", out);
    }

    @Test
    void aBundleOfBrokenPicturesIsReportedAndTheRestIsLookedAt() throws Exception {
        Map<String, String> home = Map.of("UNLISTED_HOME", folder.resolve("home").toString());
        Path photos = Launcher.SAMPLES.resolve("people/enrol/p01");
        Launcher.Result enrolled = Launcher.run(
                folder, home, "enrol", "p01", "--name", "A", "--language", "en", "--consent-version", "1",
                "--proof", "sample", photos.resolve("1.jpg").toString(), photos.resolve("2.jpg").toString());
        assertThat(enrolled.exitCode()).as(enrolled.err()).isZero();
        Path bundle = Files.createDirectory(folder.resolve("bundle"));
        Files.copy(Launcher.SAMPLES.resolve("people/leaked/p01/idphoto.jpg"), bundle.resolve("a.jpg"));
        Files.copy(Launcher.SAMPLES.resolve("people/strangers/s03.jpg"), bundle.resolve("b.jpg"));
        byte[] whole = Files.readAllBytes(bundle.resolve("a.jpg"));
        Files.write(bundle.resolve("cut.jpg"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(bundle.resolve("text.jpg"), "this is no picture");

        Launcher.Result scan = scan(home, "out");

        assertThat(scan.exitCode()).as(scan.err()).isEqualTo(3);
        assertThat(scan.last().get("images").intValue()).isEqualTo(2);
        assertThat(scan.last().get("candidates").intValue()).isEqualTo(1);
        assertThat(scan.last().get("skipped").get("truncated").intValue()).isEqualTo(1);
        assertThat(scan.last().get("skipped").get("not-an-image").intValue()).isEqualTo(1);

        assertThat(Launcher.run(folder, home, "withdraw", "p01").exitCode()).isZero();
        Launcher.Result again = scan(home, "out2");
        assertThat(again.last().get("candidates").intValue()).isZero();
        assertThat(again.last().get("skipped").get("empty-gallery").intValue()).isEqualTo(1);
    }
}
