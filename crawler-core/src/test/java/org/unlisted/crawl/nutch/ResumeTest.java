package org.unlisted.crawl.nutch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a crawl's process again and again, at random moments, and looks at what the server was asked. */
class ResumeTest {
    private static final int KILLS = 20;
    private static final int LISTS = 12;
    private static final int ITEMS = 10;
    private static final int SHORTEST_MILLIS = 200;
    private static final int LONGEST_MILLIS = 6_500;

    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private HttpServer server;
    private ExecutorService threads;
    private URI market;

    @TempDir
    private Path temp;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        market = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        boolean picture = path.startsWith("/img/");
        byte[] body = picture ? ("\u00ff\u00d8\u00ff" + path).getBytes(UTF_8) : page(path).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", picture ? "image/jpeg" : "text/html; charset=utf-8");
        boolean lost = path.equals("/robots.txt") || path.endsWith("7");
        exchange.sendResponseHeaders(lost ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String page(String path) {
        StringBuilder html = new StringBuilder("<html lang=zh><title>t</title><body>");
        if (path.equals("/")) for (int i = 0; i < LISTS; i++) html.append("<a href=/list/").append(i).append(">l</a>");
        else if (path.startsWith("/list/"))
            for (int i = 0; i < ITEMS; i++) html.append("<a href=/item").append(path.substring(5)).append('-').append(i).append(">i</a>");
        else
            html.append("<main><h1>出一批手持身份证</h1><p>手持+正反面一套三张,共8600套,0.5元一套,打包出售</p><img src=/img")
                    .append(path.substring(5)).append(".jpg width=400 height=500></main>");
        return html.toString();
    }

    @Test
    void goesOnAfterEachKillWithoutFetchingAgainWhatWasDone() throws Exception {
        String undisturbed = run(temp.resolve("undisturbed"), Optional.empty()).orElseThrow();
        Set<String> all = Set.copyOf(asked);
        asked.clear();

        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path folder = temp.resolve("killed");
        Set<String> before = new HashSet<>();
        Set<String> inFlight = Set.of();
        Optional<String> counts = Optional.empty();
        int kills = 0;
        while (counts.isEmpty()) {
            boolean kill = kills < KILLS;
            counts = run(folder, kill ? Optional.of(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS)) : Optional.empty());
            if (counts.isEmpty()) kills++;
            Set<String> twice = new HashSet<>(asked);
            twice.retainAll(before);
            twice.removeAll(inFlight);
            assertThat(twice).as("asked again after kill %d, seed %d", kills, seed).isSubsetOf("/robots.txt");
            before.addAll(asked);
            asked.clear();
            inFlight = inFlight(folder);
            if (counts.isPresent() && kills < KILLS) { // faster than expected: begin anew
                counts = Optional.empty();
                folder = temp.resolve("killed-after-" + kills);
                before.clear();
                inFlight = Set.of();
            }
        }
        assertThat(kills).isEqualTo(KILLS);
        assertThat(counts).as("seed %d", seed).hasValue(undisturbed);
        assertThat(before).as("seed %d", seed).isEqualTo(all);
    }

    /** The counts at the end, or empty where it was killed first. */
    private Optional<String> run(Path folder, Optional<Integer> killAfter) throws Exception {
        Path counts = folder.resolveSibling(folder.getFileName() + ".counts");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx400m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KillableCrawl.class.getName(),
                        market.toString(),
                        folder.toString(),
                        counts.toString())
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("log").toFile())
                .start();
        if (killAfter.isPresent() && !process.waitFor(killAfter.get(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor(); // SIGKILL
            return Optional.empty();
        }
        int code = process.waitFor();
        assertThat(code).as(() -> log()).isZero();
        return Optional.of(Files.readString(counts));
    }

    private String log() {
        try {
            return Files.readString(temp.resolve("log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** What the round that was broken off may have to ask for again. */
    private static Set<String> inFlight(Path folder) throws IOException {
        Configuration conf = new Configuration();
        CrawlPlace place = CrawlPlace.within(folder);
        CrawlFolder crawl = new CrawlFolder(
                conf,
                new org.apache.hadoop.fs.Path(place.state().toUri()),
                new org.apache.hadoop.fs.Path(place.captures().toUri()));
        Optional<CrawlState.Round> round = crawl.load().flatMap(CrawlState::current);
        if (round.isEmpty() || round.get().step() != CrawlState.Step.SELECTED) return Set.of();
        Set<String> paths = new HashSet<>();
        new Segment(conf, crawl.segment(round.get().number()))
                .eachGenerated((url, _) -> paths.add(URI.create(url).getPath()));
        return paths;
    }
}
