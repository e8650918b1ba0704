package org.unlisted.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.unlisted.console.demo.MarketServer;
import org.unlisted.console.home.Home;
import org.unlisted.console.storage.Database;
import org.unlisted.console.storage.JdbcListings;
import org.unlisted.crawl.signal.Severity;

/** Known offers are asked for again, through the launcher, for somebody who enrolled after they were seen. */
class HuntIT {
    private static final Instant SEEN = Instant.parse("2026-11-22T10:00:00Z");
    private Path folder = Path.of("");

    @BeforeEach
    void inAFolderOfItsOwn() throws IOException {
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "hunt");
    }

    @Test
    void findsTheNewEnroleeAndNobodyElseInAnOfferThatIsStillLive() throws Exception {
        enrol("p01");
        enrol("p02"); // in a picture of the same offer
        try (MarketServer market = MarketServer.start(Launcher.SAMPLES.resolve("market"))) {
            Path plan = Files.writeString(folder.resolve("plan.yaml"), """
                    plan: market
                    contact: https://x.example
                    sources:
                      - {id: market, type: web, seeds: ["%s/"], allowLoopback: true, rounds: 6, delayMillis: 0}
                    """.formatted(market.origin()));
            remember(plan, market.origin() + "/xian/item-1001.html", market.origin() + "/shop/gone-before.html");

            Launcher.Result result =
                    Launcher.run(folder, Map.of(), "hunt", "--enrolee", "p01", "--json", "--out", "out");

            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(result.last().path("pages").asInt()).as(result.out()).isEqualTo(1);
            assertThat(result.out().lines().filter(l -> l.contains("\"sighting\"")).toList())
                    .singleElement().asString().contains("\"p01\"", "/xian/item-1001.html");
            assertThat(market.requested()).as("nothing but the page and its pictures").containsExactlyInAnyOrder(
                    "/robots.txt", "/xian/item-1001.html", "/img/x1001-1.jpg", "/img/x1001-2.jpg", "/img/x1001-3.jpg");
            assertThat(cases()).singleElement().asString().contains("p01");
            for (String kept : List.of("data/work", "data/crawls"))
                try (Stream<Path> left = Files.list(folder.resolve(kept))) {
                    assertThat(left).as("the plan was for once").isEmpty();
                }
        }
    }

    @Test
    void asksNobodyForAStranger() throws Exception {
        Launcher.Result result = Launcher.run(folder, Map.of(), "hunt", "--enrolee", "nobody-known");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("nobody is enrolled as 'nobody-known'");
    }

    private List<String> cases() throws Exception {
        Launcher.Result result = Launcher.run(folder, Map.of(), "cases");
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result.out().lines().toList();
    }

    private void enrol(String id) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "enrol", id, "--name", "P", "--language", "en", "--consent-version", "1", "--proof", "a sample"));
        for (int i = 1; i <= 3; i++)
            arguments.add(Launcher.SAMPLES.resolve("people/enrol/" + id + "/" + i + ".jpg").toString());
        Launcher.Result result = Launcher.run(folder, Map.of(), arguments.toArray(new String[0]));
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    private void remember(Path plan, String live, String gone) throws IOException {
        try (Database database = Database.open(Home.open(folder.resolve("data")))) {
            JdbcListings listings = new JdbcListings(database);
            for (String url : List.of(live, gone)) {
                URI page = URI.create(url);
                listings.seen(new JdbcListings.Place(Optional.of(plan), "market", page, page), "ID", Severity.NONE, SEEN);
            }
            listings.gone(URI.create(gone));
        }
    }
}
