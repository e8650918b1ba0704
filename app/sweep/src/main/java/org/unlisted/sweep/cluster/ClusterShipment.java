package org.unlisted.sweep.cluster;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.unlisted.sweep.protocol.SweepOrder;

/**
 * All that a task finds in its working directory, and how its process is started. Keys are not in it: they travel with
 * the job's credentials.
 *
 * @param files       name in the working directory → file here
 * @param archives    name of a folder in the working directory → zip or jar here that is unpacked there
 * @param environment may name {@code $PWD}, the working directory
 * @param javaOptions for the JVM of a map or reduce task
 */
public record ClusterShipment(
        Map<String, Path> files, Map<String, Path> archives, Map<String, String> environment, String javaOptions) {

    /** Link names; folders of the data archive are named by their path below the working directory. */
    public static final String SNAPSHOT = "snapshot";

    public static final String MODEL_CARDS = "unlisted/model-cards";
    public static final String MODELS = "unlisted/models";
    public static final String LEXICON = "unlisted/lexicon";
    public static final String TRACKERS = "unlisted/trackers";
    public static final String SITES = "unlisted/sites";

    private static final String DATA = "unlisted";
    private static final String NATIVES = "torch";

    /** As the launcher starts a sweep's process on this machine, but for the heap: a task holds one job, not all. */
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

    public ClusterShipment {
        files = Map.copyOf(files);
        archives = Map.copyOf(archives);
        environment = Map.copyOf(environment);
        requireNonNull(javaOptions, "javaOptions");
    }

    /**
     * Packs what the order names.
     *
     * @param scratch for the data archive, which must stand until it was handed over; no secret is in it
     * @throws IOException also if PyTorch's native library is not on the class path
     */
    public static ClusterShipment of(SweepOrder order, Path scratch) throws IOException {
        NativeLibrary natives = NativeLibrary.onClassPath();
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put(MODEL_CARDS, order.modelCards());
        folders.put(MODELS, order.models());
        folders.put(LEXICON, order.lexicon());
        folders.put(TRACKERS, order.trackers());
        folders.put(SITES, order.sites());
        Path data = Files.createDirectories(scratch).resolve(DATA + ".zip");
        try (FolderZip zip = FolderZip.create(data)) {
            for (Map.Entry<String, Path> folder : folders.entrySet())
                zip.add(folder.getKey().substring(DATA.length() + 1), folder.getValue());
        }
        return new ClusterShipment(
                Map.of(SNAPSHOT, order.snapshot()),
                Map.of(DATA, data, NATIVES, natives.jar()),
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
