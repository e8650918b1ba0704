package org.unlisted.crawl.nutch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.crawl.tracker.TrackedListing;

/** A site whose every day leads to forty more, swept again and again. */
class EndlessCalendarTest {
    private static final int DAYS = 60; // of one calendar

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> trapped = new ArrayList<>();
    private HttpServer server;
    private URI site;

    @TempDir
    private Path temp;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::answer);
        server.start();
        site = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        boolean robots = path.equals("/robots.txt");
        if (!robots) asked.add(path);
        LocalDate day = path.startsWith("/day?") ? LocalDate.parse(path.substring("/day?date=".length())) : LocalDate.of(2026, 1, 1);
        StringBuilder html = new StringBuilder("<html>");
        for (int i = 1; i <= 40; i++) html.append("<a href='/day?date=").append(day.plusDays(i)).append("'>d</a>");
        byte[] body = html.toString().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(robots ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** What a killed process does not do: nothing of it is caught. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Dies when it comes to one of these steps for the first time. */
    private final class Listener implements CrawlListener {
        private final Set<String> deadly;

        Listener(Set<String> deadly) {
            this.deadly = deadly;
        }

        @Override
        public void progress(String stage, int round, int done, int total) {
            if (done == 0 && deadly.remove(stage + round)) throw new Killed();
        }

        @Override
        public void offer(OfferListing offer) {}

        @Override
        public void tracked(TrackedListing listing) {}

        @Override
        public void skipped(String item, String reason, String detail) {
            if (reason.equals("trap")) trapped.add(item);
        }
    }

    /** The days asked for by a pass, however often it dies. */
    private Set<String> crawl(String folder, String pass, Set<String> deadly) throws IOException {
        asked.clear();
        trapped.clear();
        Path root = temp.resolve(folder);
        CrawlPlace place = new CrawlPlace(
                "once", root.resolve("state"), root.resolve("captures"), root.resolve("scratch"), pass, Optional.empty());
        Listener listener = new Listener(new HashSet<>(deadly));
        int kills = 0;
        while (true) {
            try {
                trapped.clear();
                new CrawlJob(KillableCrawl.plan(site), place, listener).run();
                assertThat(kills).isEqualTo(deadly.size());
                return new TreeSet<>(asked);
            } catch (Killed e) {
                kills++;
            }
        }
    }

    @Test
    void asksForNoMoreDaysWhenItIsKilledBetweenRoundsNorInTheNextSweep() throws IOException {
        Set<String> undisturbed = crawl("undisturbed", "first", Set.of());
        assertThat(undisturbed).hasSize(1 + DAYS).contains("/", "/day?date=2026-01-02", "/day?date=2026-03-02");
        assertThat(trapped).doesNotHaveDuplicates().contains(site + "day?date=2026-03-03");
        List<String> left = List.copyOf(trapped);

        assertThat(crawl("killed", "first", Set.of("parse1", "generate2", "update2", "generate3"))).isEqualTo(undisturbed);
        assertThat(trapped).isEqualTo(left);

        assertThat(crawl("undisturbed", "second", Set.of())).as("the next sweep").isEqualTo(undisturbed);
    }
}
