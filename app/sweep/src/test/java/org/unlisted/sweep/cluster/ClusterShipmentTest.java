package org.unlisted.sweep.cluster;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.crawl.nutch.ClusterSite;
import org.unlisted.crawl.nutch.ClusterSite.Shipment;
import org.unlisted.sweep.protocol.SweepKey;
import org.unlisted.sweep.protocol.SweepOrder;

class ClusterShipmentTest {
    private static final Path ROOT = Path.of("../..");

    @TempDir
    static Path dir;

    private static Shipment shipment;

    @BeforeAll
    static void pack() throws IOException {
        SweepKey key = new SweepKey(new byte[32]);
        Path config = ROOT.resolve("config");
        shipment = ClusterShipment.of(
                new SweepOrder("s-1", Path.of("plan.yaml"), Map.of(), dir,
                        new SweepOrder.Crawl(dir, dir, dir.resolve("hosts"), true, List.of(), dir, "", Optional.empty()), dir, dir.resolve("gallery"),
                        config.resolve("models"), ROOT.resolve("face-index/target/models"), config.resolve("lexicon"),
                        config.resolve("trackers"), config.resolve("sites"), key, key, key),
                dir.resolve("shipment"));
    }

    @Test
    void bringsTheGalleryEncryptedAsItIs() {
        assertThat(shipment.files()).isEqualTo(Map.of(ClusterShipment.SNAPSHOT, dir.resolve("gallery")));
    }

    @Test
    void bringsEachFolderWhereATaskLooksForIt() throws IOException {
        try (ZipFile data = new ZipFile(archive("unlisted").toFile())) {
            for (String file : List.of(
                    ClusterShipment.MODEL_CARDS + "/mobilefacenet.yaml",
                    ClusterShipment.MODELS + "/mobilefacenet.pt",
                    ClusterSite.LEXICON + "/zh.yaml",
                    ClusterSite.TRACKERS + "/example.yaml",
                    ClusterSite.SITES + "/example.org.yaml"))
                assertThat(data.getEntry(file.substring("unlisted/".length()))).as(file).isNotNull();
        }
    }

    @Test
    void bringsTheNativeLibraryAndSaysWhereItIs() throws IOException {
        String folder = shipment.environment().getOrDefault("PYTORCH_LIBRARY_PATH", "");
        assertThat(folder).startsWith("$PWD/torch/");
        try (ZipFile natives = new ZipFile(archive("torch").toFile())) {
            String library = folder.substring("$PWD/torch/".length()) + "/" + System.mapLibraryName("torch_cpu");
            assertThat(natives.getEntry(library)).as(library).isNotNull();
        }
    }

    @Test
    void startsTasksWithTheVectorModuleAndOffline() {
        assertThat(shipment.javaOptions().split(" "))
                .contains("--add-modules=jdk.incubator.vector", "-Dai.djl.offline=true")
                .noneMatch(String::isEmpty);
    }

    private static Path archive(String name) {
        return requireNonNull(shipment.archives().get(name), name);
    }
}
