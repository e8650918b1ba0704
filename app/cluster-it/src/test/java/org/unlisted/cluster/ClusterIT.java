package org.unlisted.cluster;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.unlisted.cluster.mini.MiniClusterMain;

/** Work sent to a cluster by a process that has nothing but the job jar and the jars beside it. */
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class ClusterIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Path JOB = Path.of(System.getProperty("unlisted.dist"), "job").toAbsolutePath().normalize();
    private static final Path JOB_JAR = JOB.resolve("unlisted-job.jar");
    private static final Path PROBE_JAR = Path.of(System.getProperty("unlisted.probe"));
    /** Stands after the test, for its logs; 700 MB. */
    private static final Path WORK = Path.of("target", "cluster").toAbsolutePath();
    private static final Path CONF = WORK.resolve("conf");

    private static @Nullable PrivateSpace space;

    @BeforeAll
    static void startCluster() throws IOException {
        erase();
        Files.createDirectories(WORK);
        try {
            space = PrivateSpace.open();
        } catch (IOException e) {
            System.err.println("SKIPPED: the cluster test did not run on this machine: " + e.getMessage());
            abort("SKIPPED, not passed: " + e.getMessage());
        }
        Jvm.start(space, WORK, WORK.resolve("cluster.log"), Jvm.serverClassPath(), List.of(
                        MiniClusterMain.class.getName(), WORK.resolve("cluster").toString(), CONF.toString()))
                .await("READY");
    }

    @AfterAll
    static void stopCluster() {
        if (space != null) space.close();
    }

    @Test
    void aTaskFindsTheFacesThatAreFoundHere() throws IOException, InterruptedException {
        List<String> lines = Jvm.start(
                        requireNonNull(space), WORK, WORK.resolve("probe.log"),
                        String.join(File.pathSeparator, PROBE_JAR.toString(), JOB_JAR.toString(), JOB.resolve("lib") + "/*"),
                        List.of("org.unlisted.cluster.probe.FaceProbeMain", ROOT.toString(),
                                WORK.resolve("probe").toString(), CONF.toString(), JOB_JAR.toString(),
                                PROBE_JAR.toString()))
                .finish();
        Map<String, Double> here = cosines(lines, "HERE ");
        assertThat(here).hasSizeGreaterThanOrEqualTo(3);
        Map<String, Double> there = cosines(lines, "THERE ");
        assertThat(there).containsOnlyKeys(here.keySet());
        here.forEach((match, cosine) ->
                assertThat(there.get(match)).as(match).isCloseTo(cosine, Offset.offset(1e-4)));
    }

    private static void erase() throws IOException {
        if (!Files.exists(WORK)) return;
        try (Stream<Path> all = Files.walk(WORK)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    /** By picture's hash, how many faces it has, and who is in it. */
    private static Map<String, Double> cosines(List<String> lines, String prefix) throws JsonProcessingException {
        Map<String, Double> cosines = new TreeMap<>();
        for (String line : lines) {
            if (!line.startsWith(prefix)) continue;
            JsonNode finding = new ObjectMapper().readTree(line.substring(prefix.length()));
            for (JsonNode match : finding.path("matches"))
                cosines.put(
                        finding.path("sha256").asText() + " " + finding.path("faces").asInt() + " "
                                + match.path("subject").asText(),
                        match.path("cosine").asDouble());
        }
        return cosines;
    }
}
