package org.unlisted.console.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unlisted.console.config.AppFolder;
import org.unlisted.sweep.scan.WorkerLaunch;
import org.unlisted.sweep.scan.WorkerMain;

/**
 * How a sweep's virtual machine is started. Measured with {@code unlisted bench crawl}: docs/scale.md.
 */
public final class SweepMachine {
    private SweepMachine() {}

    /** Without a class path and a main class. */
    public static List<String> flags() throws IOException {
        List<String> flags = new ArrayList<>();
        // A picture of 50 megapixels must fit. Hadoop's local runner makes much that dies young: the heap grows when it
        // must, for such a picture, not before. A code cache of this size is one piece instead of three, and the smaller one.
        flags.addAll(List.of(
                "-Xmx512m", "-Xms96m", "-Xmn48m", "-XX:MinHeapFreeRatio=5", "-XX:MaxHeapFreeRatio=15", "-XX:ReservedCodeCacheSize=64m"));
        flags.addAll(List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"));
        flags.addAll(List.of("--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED"));
        // Standard output is for events only.
        flags.addAll(List.of("-Xlog:disable", "-Xlog:all=warning:stderr"));
        for (String name : List.of(
                "java.awt.headless",
                "file.encoding",
                "ai.djl.offline",
                "OPT_OUT_TRACKING",
                "ai.djl.pytorch.graph_optimizer",
                "ai.djl.pytorch.num_interop_threads",
                "ai.djl.pytorch.num_threads",
                AppFolder.PROPERTY)) {
            String value = System.getProperty(name);
            if (value != null) flags.add("-D" + name + "=" + value);
        }
        return flags;
    }

    /**
     * A process that looks at the pictures of a bundle. A crash leaves no file: what lay in its memory were faces.
     *
     * @param log where it writes ids and counts
     */
    static WorkerLaunch worker(Path log) throws IOException {
        String classPath = System.getProperty("java.class.path");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags());
        command.addAll(List.of(
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-XX:+ExitOnOutOfMemoryError",
                "-DUNLISTED_LOG=" + log));
        command.addAll(learnt(classPath));
        command.addAll(List.of("-cp", classPath, WorkerMain.class.getName()));
        Map<String, String> environment = new HashMap<>(environment());
        // Memory of tensors is kept from picture to picture: asking the system for it costs more than the arithmetic.
        environment.put("MALLOC_MMAP_THRESHOLD_", "2000000000");
        environment.put("MALLOC_TRIM_THRESHOLD_", "2000000000");
        environment.put("MALLOC_TOP_PAD_", "67108864");
        return new WorkerLaunch(command, environment, log);
    }

    /** One native heap for every two threads would cost 20 MB here, and bring nothing. */
    public static Map<String, String> environment() {
        return Map.of("MALLOC_ARENA_MAX", "2");
    }

    /**
     * What the virtual machine learnt of the classes and of what runs often, when the build let it crawl for a moment (JEP
     * 483, JEP 515): three seconds of processor time less a sweep. It holds for the jars of the build only, on the same machine.
     *
     * @return a flag, or nothing where there is no such file or another class path
     */
    public static List<String> learnt(String classPath) throws IOException {
        AppFolder app = AppFolder.ofLauncher();
        if (!Files.isRegularFile(app.learnt())) return List.of();
        for (String entry : classPath.split(File.pathSeparator, -1))
            if (!app.jars().equals(Path.of(entry).toAbsolutePath().getParent())) return List.of();
        return List.of("-XX:AOTCache=" + app.learnt());
    }

    /** Lets the virtual machine write down what it learns, when it ends. */
    public static List<String> learning(Path file) {
        return List.of("-XX:AOTCacheOutput=" + file);
    }
}
