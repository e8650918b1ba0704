package org.unlisted.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bundle through the launcher, by somebody with a name and a reason; processes are really killed. */
class ScanIT {
    private static final String WHO = "zz-ada";
    private static final Path PEOPLE = Launcher.SAMPLES.resolve("people");

    private Path folder = Path.of("");
    private Map<String, String> home = Map.of();

    @BeforeEach
    void aHomeWithOnePerson() throws Exception {
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "scan");
        home = Map.of("UNLISTED_HOME", folder.resolve("home").toString());
        Path photos = PEOPLE.resolve("enrol/p01");
        Launcher.Result enrolled = Launcher.run(
                folder, home, "enrol", WHO, "--name", "A", "--language", "en", "--consent-version", "1",
                "--proof", "sample", photos.resolve("1.jpg").toString(), photos.resolve("2.jpg").toString());
        assertThat(enrolled.exitCode()).as(enrolled.err()).isZero();
    }

    /** Leaked photos of all sample people and strangers, as often as asked; no two files are the same. */
    private List<byte[]> pictures(int times) throws IOException {
        List<Path> photos;
        try (Stream<Path> leaked = Files.walk(PEOPLE.resolve("leaked"));
                Stream<Path> strangers = Files.walk(PEOPLE.resolve("strangers"))) {
            photos = Stream.concat(leaked, strangers)
                    .filter(p -> p.toString().endsWith(".jpg"))
                    .sorted()
                    .toList();
        }
        List<byte[]> pictures = new ArrayList<>();
        for (int i = 0; i < times; i++)
            for (Path photo : photos) {
                byte[] bytes = Files.readAllBytes(photo);
                byte[] own = Arrays.copyOf(bytes, bytes.length + 1);
                own[bytes.length] = (byte) i;
                pictures.add(own);
            }
        return pictures;
    }

    private Path bundle(int times) throws IOException {
        Path bundle = Files.createDirectory(folder.resolve("bundle"));
        int number = 1000;
        for (byte[] picture : pictures(times)) Files.write(bundle.resolve(number++ + ".jpg"), picture);
        return bundle;
    }

    private static String[] scan(String path, String out, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "scan", path, "--operator", "N. N.", "--reason", "handed in by its finder", "--json", "--out", out));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private List<JsonNode> log() throws Exception {
        Launcher.Result log = Launcher.run(folder, home, "scan-log", "--json");
        assertThat(log.exitCode()).as(log.err()).isZero();
        return log.out().lines().<JsonNode>map(JsonMapper.shared()::readTree).toList();
    }

    private static List<String> steps(List<JsonNode> log) {
        return log.stream().map(l -> l.get("step").asString()).toList();
    }

    @Test
    void aZipIsAnsweredWithCaseNumbersAndNothingElse() throws Exception {
        Path zip = folder.resolve("bundle.zip");
        List<byte[]> pictures = pictures(1);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            int number = 1000;
            for (byte[] picture : pictures) {
                out.putNextEntry(new ZipEntry("album/" + number++ + ".jpg"));
                out.write(picture);
            }
            out.putNextEntry(new ZipEntry("../../evil.jpg"));
            out.write(pictures.getFirst());
        }

        Launcher.Result scan = Launcher.run(folder, home, scan("bundle.zip", "out"));

        assertThat(scan.exitCode()).as(scan.err()).isEqualTo(3);
        JsonNode done = scan.last();
        assertThat(done.get("images").intValue()).isEqualTo(pictures.size());
        assertThat(done.get("faces").intValue()).isGreaterThanOrEqualTo(pictures.size());
        assertThat(done.get("skipped").get("name").intValue()).isEqualTo(1);
        assertThat(done.get("cases").intValue()).isEqualTo(1);
        String number = done.get("caseNumbers").get(0).asString();
        String report = Files.readString(folder.resolve("out/report.html"));
        assertThat(report).contains(number);
        assertThat(Launcher.run(folder, home, "cases").out()).contains(number).contains(WHO);
        for (String told : List.of(scan.out(), scan.err(), report))
            assertThat(told).doesNotContain(WHO).doesNotContain("cosine").doesNotContain("data:image");
        assertThat(Files.readString(folder.resolve("out/skipped.csv"))).contains("bundle.zip!../../evil.jpg");
        assertThat(folder.resolve("evil.jpg")).doesNotExist();

        JsonNode last = log().getLast();
        assertThat(last.get("operator").asString()).isEqualTo("N. N.");
        assertThat(last.get("reason").asString()).isEqualTo("handed in by its finder");
        assertThat(last.get("step").asString()).isEqualTo("done");
        assertThat(last.get("images").intValue()).isEqualTo(pictures.size());
        assertThat(last.get("cases").intValue()).isEqualTo(1);

        ByteSearch search = new ByteSearch();
        for (int i = 0; i < pictures.size(); i++) search.addPicture("picture " + i, pictures.get(i));
        assertThat(search.findings(folder.resolve("home"))).isEmpty();
        assertThat(folder.resolve("home/work")).isEmptyDirectory();
        assertThat(folder.resolve("home/scans")).isEmptyDirectory();
    }

    @Test
    void aHandfulIsRefusedBeforeAnythingIsToldAndTheRefusalIsLogged() throws Exception {
        Path bundle = Files.createDirectory(folder.resolve("bundle"));
        List<byte[]> pictures = pictures(1).subList(0, 3);
        for (int i = 0; i < 60; i++) {
            Files.write(bundle.resolve(i + ".jpg"), pictures.get(i % 3));
            Files.writeString(bundle.resolve(i + ".txt"), "filler " + i);
        }
        Launcher.Result refused = Launcher.run(folder, home, scan("bundle", "out"));
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("only 3 different pictures").contains("--confirm-few");
        assertThat(refused.out()).isEmpty();
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(Launcher.run(folder, home, "cases").out()).isEmpty();
        assertThat(steps(log())).containsExactly("started", "refused");

        Launcher.Result confirmed = Launcher.run(folder, home, scan("bundle", "out", "--confirm-few"));
        assertThat(confirmed.last().get("images").intValue()).as(confirmed.err()).isEqualTo(60);
        assertThat(log().getLast().get("fewConfirmed").booleanValue()).isTrue();
    }

    @Test
    void aKilledWorkerCostsNothingButASecondAttemptAndTheReportSaysSo() throws Exception {
        bundle(4);
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        Process scan = Launcher.start(folder, home, out, err, scan("bundle", "out"));
        await().atMost(Duration.ofMinutes(2)).until(() -> done(out) >= 16);
        ProcessHandle worker = scan.descendants().findFirst().orElseThrow();

        new ProcessBuilder("kill", "-9", Long.toString(worker.pid())).start().waitFor();

        assertThat(scan.waitFor(3, TimeUnit.MINUTES)).isTrue();
        List<JsonNode> lines = lines(out);
        assertThat(scan.exitValue()).as(Files.readString(err)).isZero();
        assertThat(lines.getLast().get("images").intValue()).isEqualTo(pictures(4).size());
        assertThat(lines.getLast().get("workersDied").intValue()).isEqualTo(1);
        assertThat(lines)
                .filteredOn(l -> l.get("event").asString().equals("worker-died"))
                .singleElement()
                .satisfies(l -> assertThat(l.get("how").asString()).isEqualTo("killed by signal 9"));
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("killed by signal 9");
    }

    @Test
    void aKilledScanGoesOnWhereItWasAndEndsWithTheCountsOfAnUndisturbedOne() throws Exception {
        bundle(4);
        Path out = folder.resolve("stdout");
        Process killed = Launcher.start(folder, home, out, folder.resolve("stderr"), scan("bundle", "out"));
        await().atMost(Duration.ofMinutes(2)).until(() -> done(out) >= 32);
        List<ProcessHandle> workers = killed.descendants().toList();
        new ProcessBuilder("kill", "-9", Long.toString(killed.pid())).start().waitFor();
        assertThat(killed.waitFor(30, TimeUnit.SECONDS)).isTrue();
        await().atMost(Duration.ofSeconds(30)).until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
        int before = done(out);

        Launcher.Result rest = Launcher.run(folder, home, scan("bundle", "out2"));
        assertThat(steps(log())).containsExactly("started", "resumed", "done");
        // the scanning events count what was known at once; the first of them comes with the first new picture
        assertThat(lines(rest.out()).stream()
                        .filter(l -> l.get("event").asString().equals("scanning"))
                        .findFirst()
                        .orElseThrow()
                        .get("done")
                        .intValue())
                .isGreaterThanOrEqualTo(before);

        Launcher.Result undisturbed = Launcher.run(folder, home, scan("bundle", "out3"));
        for (String count : List.of("images", "faces", "candidates", "cases", "caseNumbers", "skipped"))
            assertThat(rest.last().get(count)).as(count).isEqualTo(undisturbed.last().get(count));
        assertThat(rest.last().get("images").intValue()).isEqualTo(pictures(4).size());
    }

    private static int done(Path out) throws IOException {
        return lines(out).stream()
                .filter(l -> l.get("event").asString().equals("scanning"))
                .mapToInt(l -> l.get("done").intValue())
                .max()
                .orElse(0);
    }

    private static List<JsonNode> lines(Path out) throws IOException {
        String text = Files.readString(out);
        return lines(text.substring(0, text.lastIndexOf('\n') + 1));
    }

    private static List<JsonNode> lines(String out) {
        return out.lines().<JsonNode>map(JsonMapper.shared()::readTree).toList();
    }
}
