package org.unlisted.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.unlisted.cluster.stage.MarketMain;
import org.unlisted.cluster.stage.MiniClusterMain;

/** One plan swept twice by the launcher: on this machine, and on a cluster that gets no more than what is sent to it. */
@Timeout(value = 9, unit = TimeUnit.MINUTES)
class ClusterIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path SAMPLES = ROOT.resolve("samples");
    private static final Path LIB = Path.of(System.getProperty("unlisted.dist"), "lib").toAbsolutePath().normalize();
    /** Stands after the test, for its logs; 1 GB. */
    private static final Path WORK = Path.of("target", "cluster").toAbsolutePath();

    private static final Path CONF = WORK.resolve("conf");
    private static final List<String> PEOPLE = List.of("p01", "p02", "p03", "p04", "p07", "p08", "p11", "p12");

    private static @Nullable PrivateSpace space;
    private static String market = "";

    @BeforeAll
    static void setTheStage() throws IOException, InterruptedException {
        erase();
        Files.createDirectories(WORK);
        try {
            space = PrivateSpace.open();
        } catch (IOException e) {
            System.err.println("SKIPPED: the cluster test did not run on this machine: " + e.getMessage());
            abort("SKIPPED, not passed: " + e.getMessage());
        }
        Jvm cluster = Jvm.start(space, WORK.resolve("cluster.log"), Jvm.serverClassPath(), List.of(
                MiniClusterMain.class.getName(), WORK.resolve("cluster").toString(), CONF.toString()));
        market = Jvm.start(space, WORK.resolve("market.log"),
                        System.getProperty("unlisted.stage") + File.pathSeparator + LIB + "/*",
                        List.of(MarketMain.class.getName(), SAMPLES.resolve("market").toString()))
                .await("http");
        for (String person : PEOPLE) enrol(person, WORK.resolve("here"));
        copy(WORK.resolve("here"), WORK.resolve("there"));
        cluster.await("READY");
    }

    @AfterAll
    static void clear() {
        if (space != null) space.close();
    }

    @Test
    void aSweepOnAClusterSeesWhatTheSameSweepSeesHere() throws IOException, InterruptedException {
        SweepResult here = SweepResult.of(sweep("here"));
        assertThat(here.cosines()).hasSizeGreaterThan(20);

        SweepResult there = SweepResult.of(sweep("there", "--cluster", CONF.toString()));

        assertThat(there.counts()).isEqualTo(here.counts());
        assertThat(there.offers()).isEqualTo(here.offers());
        assertThat(there.skipped()).isEqualTo(here.skipped());
        assertThat(there.cosines()).containsOnlyKeys(here.cosines().keySet());
        here.cosines().forEach((sighting, cosine) ->
                assertThat(there.cosines().get(sighting)).as(sighting).isCloseTo(cosine, Offset.offset(1e-4)));
    }

    private static List<String> sweep(String home, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("sweep", SAMPLES.resolve("plan.yaml").toString(), "--json"));
        words.addAll(List.of("--out", WORK.resolve(home + "-report").toString()));
        words.addAll(List.of(more));
        return unlisted(WORK.resolve(home), words);
    }

    private static void enrol(String person, Path home) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("enrol", person, "--name", person, "--language", "en",
                "--consent-version", "sample-1", "--proof", "rendered; nobody to ask"));
        for (int photo = 1; photo <= 3; photo++)
            words.add(SAMPLES.resolve("people/enrol/" + person + "/" + photo + ".jpg").toString());
        unlisted(home, words);
    }

    /** Lines of standard output. Exit code 3 is fine: the market has pages that are skipped. */
    private static List<String> unlisted(Path home, List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("unlisted").toString()));
        command.addAll(words);
        Map<String, String> environment = new HashMap<>(
                Map.of("UNLISTED_HOME", home.toString(), "JAVA_HOME", System.getProperty("java.home"), "MARKET", market));
        Path log = WORK.resolve(words.getFirst() + "-" + home.getFileName() + ".log");
        Process process = requireNonNull(space).start(WORK, environment, log, command);
        List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
        int code = process.waitFor();
        if (code != 0 && code != 3) throw new IOException(words + " ended with " + code + ":\n" + Jvm.end(log));
        return lines;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) Files.copy(path, to.resolve(from.relativize(path)));
        }
    }

    private static void erase() throws IOException {
        if (!Files.exists(WORK)) return;
        try (Stream<Path> all = Files.walk(WORK)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
