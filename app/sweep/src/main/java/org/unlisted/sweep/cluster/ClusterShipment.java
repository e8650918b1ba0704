package org.unlisted.sweep.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.unlisted.crawl.nutch.ClusterSite;
import org.unlisted.crawl.nutch.ClusterSite.Shipment;
import org.unlisted.sweep.protocol.SweepOrder;

/** All that a task finds in its working directory. Keys are not in it: they travel with the job's credentials. */
public final class ClusterShipment {
    /** Paths by which a task finds what an order names here. */
    public static final String MODEL_CARDS = ClusterSite.DATA + "/model-cards";

    public static final String MODELS = ClusterSite.DATA + "/models";
    public static final String SNAPSHOT = "snapshot";

    private static final String NATIVES = "torch";

    /** As the launcher starts a sweep's process on this machine. */
    private static final String JAVA_OPTIONS = String.join(
            " ",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Dai.djl.offline=true",
            "-DOPT_OUT_TRACKING=true",
            "-Dai.djl.pytorch.graph_optimizer=false",
            "-Dai.djl.pytorch.num_interop_threads=1",
            "-Dai.djl.pytorch.num_threads=1");

    private ClusterShipment() {}

    /**
     * Packs what the order names.
     *
     * @param scratch for the data archive, which must stand until it was sent
     * @throws IOException also if PyTorch's native library is not on the class path
     */
    public static Shipment of(SweepOrder order, Path scratch) throws IOException {
        NativeLibrary natives = NativeLibrary.onClassPath();
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put(MODEL_CARDS, order.modelCards());
        folders.put(MODELS, order.models());
        folders.put(ClusterSite.LEXICON, order.lexicon());
        folders.put(ClusterSite.TRACKERS, order.trackers());
        folders.put(ClusterSite.SITES, order.sites());
        Path data = Files.createDirectories(scratch).resolve("data.zip");
        try (FolderZip zip = FolderZip.create(data)) {
            for (Map.Entry<String, Path> folder : folders.entrySet())
                zip.add(folder.getKey().substring(ClusterSite.DATA.length() + 1), folder.getValue());
        }
        return new Shipment(
                Map.of(SNAPSHOT, order.snapshot()),
                Map.of(ClusterSite.DATA, data, NATIVES, natives.jar()),
                environment(natives),
                JAVA_OPTIONS);
    }

    private static Map<String, String> environment(NativeLibrary natives) {
        return Map.of(
                "PYTORCH_LIBRARY_PATH", "$PWD/" + NATIVES + "/" + natives.folder(),
                "PYTORCH_VERSION", natives.version(),
                "PYTORCH_FLAVOR", natives.flavor(),
                // the binding, 4 MB, comes out of the job jar: a task may write below its working directory only
                "DJL_CACHE_DIR", "$PWD/djl",
                // glibc, as in the launcher: freed tensors are kept for the next picture
                "MALLOC_MMAP_THRESHOLD_", "2000000000",
                "MALLOC_TRIM_THRESHOLD_", "2000000000",
                "MALLOC_TOP_PAD_", "67108864");
    }
}
