package org.unlisted.console.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.console.storage.StoredListing;
import org.unlisted.crawl.signal.Severity;
import org.unlisted.sweep.plan.Plan;
import org.unlisted.sweep.plan.PlanReader;
import org.unlisted.sweep.plan.Source;

class AgainPlanTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final AgainPlan.Budget AMPLE = new AgainPlan.Budget(500, 500);

    @TempDir
    Path dir;

    private Path plan;

    @BeforeEach
    void original() throws IOException {
        plan = Files.writeString(dir.resolve("markets.yaml"), """
                plan: markets
                contact: https://ngo.example/crawler
                schedule: "0 0 3 * * ?"
                sources:
                  - id: market
                    type: web
                    seeds: ["${MARKET:http://127.0.0.1:8477}/"]
                    allowLoopback: true
                    rounds: 6
                    maxPages: 200
                    maxImages: 70
                    delayMillis: ${DELAY:1500}
                    timeoutMillis: 900
                  - id: forum
                    type: web
                    seeds: [https://forum.example/]
                  - id: chat
                    type: chat-export
                    path: export
                """);
    }

    @Test
    void asksForThePagesOfKnownOffersAsTheirSourcesSay() throws Exception {
        Plan again = plan(AgainPlan.of(
                List.of(
                        listing("market", "http://127.0.0.1:8477/2"),
                        listing("forum", "https://forum.example/t-1#p2"),
                        listing("forum", "https://forum.example/t-1#p9"),
                        listing("market", "http://127.0.0.1:8477/1")),
                AMPLE,
                Map.of("DELAY", "2500")));

        assertThat(again.name()).isEqualTo("again");
        assertThat(again.contact()).isEqualTo("https://ngo.example/crawler");
        assertThat(again.schedule()).isEmpty();
        Source.Web market = (Source.Web) again.sources().getFirst();
        assertThat(market.id()).isEqualTo("market");
        assertThat(market.seeds()).hasToString("[http://127.0.0.1:8477/2, http://127.0.0.1:8477/1]");
        assertThat(market.allowLoopback()).isTrue();
        assertThat(market.rounds()).isEqualTo(1);
        assertThat(market.maxPages()).isEqualTo(2);
        assertThat(market.maxImages()).isEqualTo(70);
        assertThat(market.delay()).isEqualTo(Duration.ofMillis(2_500));
        assertThat(market.timeout()).isEqualTo(Duration.ofMillis(900));
        Source.Web forum = (Source.Web) again.sources().getLast();
        assertThat(forum.seeds()).hasToString("[https://forum.example/t-1]");
        assertThat(forum.delay()).as("the reader's own default").isEqualTo(Duration.ofSeconds(5));
        assertThat(forum.maxPages()).isEqualTo(1);
    }

    @Test
    void spendsItsBudgetOnWhatWasSeenLast() {
        List<StoredListing> listings = new ArrayList<>();
        for (int i = 0; i < 9; i++) listings.add(listing(i % 3 == 2 ? "forum" : "market", "https://m.example/" + i));

        assertThat(pages(AgainPlan.of(listings, new AgainPlan.Budget(4, 500), Map.of()))).containsExactly("/0", "/1", "/3", "/2");
        assertThat(pages(AgainPlan.of(listings, new AgainPlan.Budget(500, 2), Map.of()))).containsExactly("/0", "/1", "/2", "/5");
        assertThatThrownBy(() -> new AgainPlan.Budget(0, 1)).hasMessage("pages below 1: 0");
        assertThatThrownBy(() -> new AgainPlan.Budget(1, 0)).hasMessage("pages of a source below 1: 0");
    }

    @Test
    void namesWhatCannotBeAskedForAgain() throws Exception {
        Path off = Files.writeString(dir.resolve("off.yaml"), """
                plan: off
                contact: x
                sources: [{id: market, type: web, enabled: false, seeds: [https://m.example/]}]
                """);
        Path broken = Files.writeString(dir.resolve("broken.yaml"), "sources: [");
        List<StoredListing> lost = List.of(
                listing(plan, "sold", "https://m.example/1"),
                listing(plan, "chat", "https://m.example/2"),
                listing(dir.resolve("none.yaml"), "market", "https://m.example/3"),
                listing(off, "market", "https://m.example/4"),
                listing(broken, "market", "https://m.example/5"));

        AgainPlan again = AgainPlan.of(lost, AMPLE, Map.of());

        assertThat(again.pages()).isZero();
        assertThat(again.plans()).isEmpty();
        assertThat(again.left()).extracting(AgainPlan.Left::listing).isEqualTo(lost);
        assertThatThrownBy(() -> again.text("again")).hasMessage("no page to ask for");
    }

    @Test
    void keepsSourcesOfTwoPlansApart() throws Exception {
        Path other = Files.writeString(dir.resolve("other.yaml"), """
                plan: other
                contact: https://other.example
                sources: [{id: market, type: web, seeds: [https://n.example/], delayMillis: 9000}]
                """);
        AgainPlan again = AgainPlan.of(
                List.of(listing("market", "http://127.0.0.1:8477/2"), listing(other, "market", "https://n.example/7")),
                AMPLE,
                Map.of());

        assertThat(again.plans()).containsExactly(plan, other);
        assertThat(plan(again).sources()).extracting(Source::id).containsExactly("market", "market-2");
        assertThat(((Source.Web) plan(again).sources().getLast()).delay()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void dropsWhatWouldLeadElsewhereAndKeepsWhatItDoesNotKnow() throws Exception {
        Path rich = Files.writeString(dir.resolve("rich.yaml"), """
                plan: rich
                contact: x
                owner: An NGO
                budgets: {pages: 9}
                sources:
                  - id: hidden
                    type: web
                    seeds: [http://abc.onion/]
                    proxy: socks5://127.0.0.1:9050
                    scope: {include: ["/list/*"]}
                    budget: {depth: 9}
                    sitemaps: true
                    recrawl: {min: 1h}
                """);

        String text = AgainPlan.of(List.of(listing(rich, "hidden", "http://abc.onion/item?id=1")), AMPLE, Map.of())
                .text("again");

        assertThat(text).contains("proxy: \"socks5://127.0.0.1:9050\"", "owner: \"An NGO\"", "http://abc.onion/item?id=1")
                .doesNotContain("scope", "budget", "sitemaps", "recrawl", "list");
    }

    private Plan plan(AgainPlan again) throws Exception {
        Path file = dir.resolve("again.yaml");
        again.write(file, "again");
        return PlanReader.read(file, Map.of());
    }

    private List<String> pages(AgainPlan again) {
        try {
            return plan(again).sources().stream()
                    .flatMap(s -> ((Source.Web) s).seeds().stream())
                    .map(URI::getPath)
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private StoredListing listing(String source, String url) {
        return listing(plan, source, url);
    }

    private static StoredListing listing(Path plan, String source, String url) {
        URI page = URI.create(url.replaceFirst("#.*", ""));
        return new StoredListing(plan, source, URI.create(url), page, "FACE_PHOTO", Severity.NONE, NOW, NOW,
                StoredListing.Status.LIVE, Optional.empty());
    }
}
