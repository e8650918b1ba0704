package org.unlisted.console.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import org.unlisted.console.bench.BenchCrawl;
import org.unlisted.console.bench.BenchMarket;
import org.unlisted.console.bench.BenchSize;
import org.unlisted.console.run.SweepMachine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** Crawls a market that a process of its own makes up, without any delay, in a process like a sweep's. */
@Command(
        name = "crawl",
        mixinStandardHelpOptions = true,
        description = "Pages and pictures a second of a whole crawl on this machine, from a server on it, without delays.")
final class BenchCrawlCommand implements Callable<Integer> {
    @Option(names = "--lists", paramLabel = "N", defaultValue = "300", description = "pages that link to offers; default ${DEFAULT-VALUE}")
    private int lists = 300;

    @Option(names = "--pages", paramLabel = "N", defaultValue = "3000", description = "offers; default ${DEFAULT-VALUE}")
    private int pages = 3_000;

    @Option(names = "--images", paramLabel = "N", defaultValue = "3000", description = "pictures of offers; default ${DEFAULT-VALUE}")
    private int images = 3_000;

    @Option(names = "--image-bytes", paramLabel = "N", defaultValue = "40000", description = "size of each; default ${DEFAULT-VALUE}")
    private int imageBytes = 40_000;

    @Option(names = "--small", description = "10 pages in one round: what every sweep costs")
    private boolean small;

    @Option(names = "--learn", hidden = true, paramLabel = "FILE", description = "for the build: let later sweeps start sooner by what this crawl is like")
    private @Nullable Path learn;

    @Option(names = "--json", description = "one JSON line instead of a table")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (learn != null && learntAlready(learn)) return ExitCode.DONE;
        BenchSize size;
        try {
            size = small ? new BenchSize(10, 0, 0, imageBytes) : new BenchSize(lists, pages, images, imageBytes);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        Path folder = Files.createTempDirectory("unlisted-bench");
        Process market = process(List.of("-Xmx128m", "-XX:+UseSerialGC"), BenchMarket.class, size.arguments()).start();
        try (BufferedReader port = new BufferedReader(new InputStreamReader(market.getInputStream(), UTF_8))) {
            String address = "http://127.0.0.1:" + Optional.ofNullable(port.readLine())
                    .orElseThrow(() -> new IOException("the market's process did not start"));
            print(size, crawl(size, address, folder));
        } finally {
            market.destroy();
            FileSystemUtils.deleteRecursively(folder);
        }
        return ExitCode.DONE;
    }

    /** Nothing on the class path is newer. */
    private static boolean learntAlready(Path file) throws IOException {
        if (!Files.isRegularFile(file)) return false;
        FileTime then = Files.getLastModifiedTime(file);
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1))
            if (Files.getLastModifiedTime(Path.of(entry)).compareTo(then) > 0) return false;
        return true;
    }

    private record Result(BenchCrawl.Measured measured, double seconds) {}

    private Result crawl(BenchSize size, String address, Path folder) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(address, folder.resolve("crawl").toString()));
        arguments.addAll(size.arguments());
        long start = System.nanoTime();
        Process crawl = process(machine(), BenchCrawl.class, arguments)
                .redirectError(folder.resolve("log").toFile())
                .start();
        String last = "";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(crawl.getInputStream(), UTF_8));
                ProgressBar bar = bar(size)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("progress ")) bar.stepTo(Long.parseLong(line.substring("progress ".length(), line.lastIndexOf(' '))));
                else if (line.startsWith("{")) last = line; // a machine that learns has a last word of its own
            }
        } finally {
            crawl.destroy();
        }
        if (crawl.waitFor() != 0 || last.isEmpty())
            throw new IOException("the crawl failed: " + Files.readString(folder.resolve("log")));
        double seconds = (System.nanoTime() - start) / 1e9;
        BenchCrawl.Measured measured = JsonMapper.shared().readValue(last, BenchCrawl.Measured.class);
        if (measured.pages() != size.lists() + size.pages() || measured.images() != size.images() || measured.offers() != size.pages())
            throw new IOException("the crawl lost something: " + measured + "; see " + Files.readString(folder.resolve("log")));
        return new Result(measured, seconds);
    }

    private static ProgressBar bar(BenchSize size) {
        return new ProgressBarBuilder().setTaskName("crawl").setInitialMax(size.urls()).setUpdateIntervalMillis(200).build();
    }

    private static ProcessBuilder process(List<String> flags, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(SweepMachine.environment());
        return builder;
    }

    private List<String> machine() throws IOException {
        List<String> flags = new ArrayList<>(SweepMachine.flags());
        flags.addAll(learn == null ? SweepMachine.learnt(System.getProperty("java.class.path")) : SweepMachine.learning(learn));
        return flags;
    }

    private void print(BenchSize size, Result result) {
        BenchCrawl.Measured m = result.measured();
        if (json) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("urls", m.pages() + m.images());
            line.put("seconds", Math.round(result.seconds() * 10) / 10.0);
            line.put("pagesPerSecond", m.pagesPerSecond());
            line.put("imagesPerSecond", m.imagesPerSecond());
            line.put("cpuSeconds", Math.round(m.cpuSeconds() * 10) / 10.0);
            line.put("peakRssMb", m.peakRssMb());
            System.out.println(JsonMapper.shared().writeValueAsString(line));
            return;
        }
        System.out.println(String.format(
                Locale.ROOT,
                "%d pages and %d pictures of %d bytes in %.1f s, %.1f s of processor time, %d MB at most%n"
                        + "while fetching: %.0f pages a second, %.0f pictures a second",
                m.pages(), m.images(), size.imageBytes(), result.seconds(), m.cpuSeconds(), m.peakRssMb(),
                m.pagesPerSecond(), m.imagesPerSecond()));
    }
}
