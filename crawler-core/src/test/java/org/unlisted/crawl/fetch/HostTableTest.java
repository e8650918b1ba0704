package org.unlisted.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HostTableTest {
    private static final Instant START = Instant.parse("2026-12-01T10:00:00Z");
    private static final long NOW = START.toEpochMilli();
    private static final HttpUrl SHOP = HttpUrl.get("https://shop.example/1");

    @TempDir
    private Path dir;

    private HostTable table;

    /** As two processes see one file. */
    private HostTable neighbours;

    private Instant now = START;

    @BeforeEach
    void open() throws IOException {
        table = HostTable.open(dir.resolve("hosts"));
        neighbours = HostTable.open(dir.resolve("hosts"));
    }

    private HostLimiter limiter(HostTable shared) {
        InstantSource source = () -> now;
        HostLimiter limiter = new HostLimiter(source.withZone(ZoneOffset.UTC), millis -> now = now.plusMillis(millis));
        limiter.share(shared);
        return limiter;
    }

    private static Manners every(Duration delay) {
        return new Manners(delay, 1, Optional.empty(), false);
    }

    /** When one call started, in ms from the beginning. */
    private long call(HostLimiter limiter, Duration delay) throws InterruptedException {
        Turn turn = limiter.enter(SHOP, every(delay));
        assertThat(turn).isInstanceOf(Turn.Granted.class);
        try (Turn.Granted granted = (Turn.Granted) turn) {
            granted.answered();
        }
        return Duration.between(START, now).toMillis();
    }

    @Test
    void givesATurnToOneProcessAtATime() {
        assertThat(table.take("shop.example", NOW, 1_000).millis()).isZero();
        assertThat(neighbours.take("shop.example", NOW + 400, 1_000).millis()).isEqualTo(600);
        assertThat(neighbours.take("other.example", NOW + 400, 1_000).millis()).isZero();
        assertThat(neighbours.take("shop.example", NOW + 1_000, 1_000).millis()).isZero();
        assertThat(table.take("shop.example", NOW + 1_000, 1_000).millis()).isEqualTo(1_000);
    }

    @Test
    void keepsTheDelaysOfTwoLimitersTogether() throws InterruptedException {
        HostLimiter ours = limiter(table);
        HostLimiter theirs = limiter(neighbours);
        Duration second = Duration.ofSeconds(1);
        assertThat(call(ours, second)).isEqualTo(0);
        assertThat(call(theirs, Duration.ofSeconds(3))).isEqualTo(1_000);
        assertThat(call(ours, second)).as("after the call of a plan that wants three seconds").isEqualTo(4_000);
        assertThat(call(ours, second)).isEqualTo(5_000);
    }

    @Test
    void waitsForNobodyAndWritesNothingWithoutADelay() throws Exception {
        HostLimiter ours = limiter(table);
        call(limiter(neighbours), Duration.ofHours(1));
        byte[] before = Files.readAllBytes(dir.resolve("hosts"));
        for (int i = 0; i < 3; i++) assertThat(call(ours, Duration.ZERO)).isZero();
        assertThat(Files.readAllBytes(dir.resolve("hosts"))).isEqualTo(before);
    }

    @Test
    void leavesAHostAloneThatAskedAnotherProcessForIt() throws InterruptedException {
        HostLimiter ours = limiter(table);
        try (Turn.Granted turn = (Turn.Granted) limiter(neighbours).enter(SHOP, every(Duration.ofSeconds(1)))) {
            turn.refused(Optional.of(Duration.ofMinutes(10)), "HTTP 429");
        }
        assertThat(ours.enter(SHOP, every(Duration.ofSeconds(1)))).isEqualTo(new Turn.Parked(
                START.plus(Duration.ofMinutes(10)), "another sweep on this machine was asked for patience"));
        now = now.plus(Duration.ofMinutes(10));
        assertThat(call(ours, Duration.ofSeconds(1))).isEqualTo(600_000);
    }

    @Test
    void waitsOutALongDelayOfAnotherProcess() throws InterruptedException {
        call(limiter(neighbours), Duration.ofMinutes(5));
        assertThat(call(limiter(table), Duration.ofSeconds(1))).isEqualTo(300_000);
    }

    @Test
    void isNotBlockedByAClockThatJumps() {
        long inAYear = NOW + Duration.ofDays(365).toMillis();
        table.take("shop.example", inAYear, 2_000);
        assertThat(table.take("shop.example", NOW, 2_000).millis()).as("the clock was set back").isEqualTo(2_000);
        assertThat(table.take("shop.example", NOW + 2_000, 2_000).millis()).isZero();

        table.quiet("shop.example", NOW, Duration.ofDays(365).toMillis());
        assertThat(table.take("shop.example", NOW, 1).millis()).isEqualTo(RetryAfter.MAX.toMillis());
    }

    @Test
    void staysSmallAndNamesNobody() throws IOException {
        for (int i = 0; i < 20_000; i++) table.take("shop-" + i + ".example", NOW, 1_000);
        assertThat(Files.size(dir.resolve("hosts"))).isLessThanOrEqualTo(256 << 10);
        assertThat(Files.readString(dir.resolve("hosts"), StandardCharsets.ISO_8859_1)).doesNotContain("shop", "example");
    }

    @Test
    void keepsTheDelayOfTwoProcessesTogetherAlsoWhenOneIsKilled() throws Exception {
        int delay = 150;
        List<Long> times = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            times.add(System.nanoTime());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            Process killed = neighbour(url, 1_000_000, delay);
            Process other = neighbour(url, 20, delay);
            assertThat(other.waitFor(40, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).isZero();
            killed.destroyForcibly().waitFor(); // SIGKILL, perhaps while it holds a lock
            int both = times.size();
            assertThat(both).as("the other one asked as well").isGreaterThan(22);
            assertThat(neighbour(url, 5, delay).waitFor()).isZero();
            assertThat(times).hasSizeGreaterThanOrEqualTo(both + 5);
            long millis = (times.getLast() - times.getFirst()) / 1_000_000;
            assertThat(millis).as("%d calls", times.size()).isGreaterThanOrEqualTo((times.size() - 2L) * delay);
        } finally {
            server.stop(0);
        }
    }

    private Process neighbour(URI url, int calls, int delay) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Neighbour.class.getName(),
                        url.toString(),
                        dir.resolve("hosts").toString(),
                        Integer.toString(calls),
                        Integer.toString(delay))
                .redirectErrorStream(true)
                .redirectOutput(dir.resolve("log-" + calls).toFile())
                .start();
    }
}
