package org.unlisted.sweep.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.IDN;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unlisted.crawl.scope.Budget;
import org.unlisted.crawl.scope.ScopeRules;

class PlanReaderTest {
    @TempDir
    private Path folder = Path.of("");

    private static final String HEAD = "plan: p\ncontact: https://x.example\n";

    private Plan read(String yaml) throws Exception {
        return PlanReader.read(Files.writeString(folder.resolve("plan.yaml"), yaml), Map.of("PORT", "81"));
    }

    @Test
    void readsSourcesWithTheirDefaults() throws Exception {
        Plan plan = read("""
                plan: night-sweep
                contact: https://ngo.example/crawler
                schedule: "0 0 3 * * ?"
                sources:
                  - id: market
                    type: web
                    seeds: ["http://m.example:${PORT:80}/", "http://n.example:${OTHER:82}/"]
                    delayMillis: 250
                  - id: channel
                    type: chat-export
                    path: exports/result.json
                """);
        assertThat(plan.schedule()).contains("0 0 3 * * ?");
        assertThat(plan.sources().getFirst())
                .isInstanceOfSatisfying(Source.Web.class, web -> {
                    assertThat(web.seeds())
                            .containsExactly(URI.create("http://m.example:81/"), URI.create("http://n.example:82/"));
                    assertThat(web.allowLoopback()).isFalse();
                    assertThat(web.rounds()).isEqualTo(3);
                    assertThat(web.delay()).isEqualTo(Duration.ofMillis(250));
                });
        assertThat(plan.sources().getLast())
                .isEqualTo(new Source.ChatExport(
                        "channel", folder.toAbsolutePath().resolve("exports/result.json")));
    }

    @Test
    void stillTakesTheNameFromWhenThereWasOneFormat() throws Exception {
        Plan plan = read(HEAD + "sources: [{id: a, type: telegram-export, path: x}]");
        assertThat(plan.sources()).containsExactly(new Source.ChatExport("a", folder.toAbsolutePath().resolve("x")));
    }

    @Test
    void theSamplesPlanIsOne() throws Exception {
        Plan plan = PlanReader.read(Path.of("../../samples/plan.yaml"), Map.of());
        assertThat(plan.sources()).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    sorces: []                                                             | unknown key 'sorces'
                    sources: []                                                            | sources: needs a list
                    sources: [{id: a, type: ftp}]                                          | 'ftp' is not known; use web or chat-export
                    sources: [{id: a, type: web, seeds: ["ftp://x.example/"]}]             | outside http(s)
                    sources: [{id: a, type: web, seeds: ["file:///etc/passwd"]}]           | outside http(s)
                    sources: [{id: a, type: web, seeds: ["http://x.example:99999/"]}]      | is not an address
                    sources: [{id: a, type: web, seeds: []}]                               | sources[0].seeds
                    sources: [{id: a, type: web, seeds: ["http://x.example/"], round: 3}]  | unknown key 'sources[0].round'
                    sources: [{id: a, type: web, seeds: ["http://x.example/"], rounds: 0}] | sources[0].rounds
                    sources: [{id: a, type: chat-export}]                                  | sources[0].path is missing
                    sources: [{id: A B, type: telegram-export, path: x}]                   | sources[0].id
                    sources: [{id: a, type: web, seeds: ["http://${HOST}/"]}]              | ${HOST} has no value
                    sources: [{id                                                          | is not YAML
                    """)
    void namesWhatIsWrong(String line, String message) {
        assertThatThrownBy(() -> read(HEAD + line))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("plan.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void takesAddressesInAnyScriptButContactsInAsciiOnly() throws Exception {
        String sources = "sources: [{id: a, type: web, seeds: [\"http://市场.example/\"]}]\n";
        assertThat(((Source.Web) read(HEAD + sources).sources().getFirst()).seeds())
                .containsExactly(URI.create("http://" + IDN.toASCII("市场") + ".example/"));
        assertThatThrownBy(() -> read("plan: p\ncontact: 公益组织\n" + sources))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("contact");
    }

    @Test
    void refusesTwoSourcesOfOneName() {
        assertThatThrownBy(() -> read(HEAD + """
                        sources:
                          - {id: a, type: telegram-export, path: x}
                          - {id: a, type: telegram-export, path: y}
                        """))
                .hasMessageContaining("twice");
    }

    @Test
    void readsEveryKeyOfASource() throws Exception {
        Plan plan = read(HEAD + """
                owner: Example NGO
                budgets: {pages: 40, bytes: 1.5GB, minutes: 90}
                sources:
                  - id: board
                    type: web
                    seeds: ["https://board.example/list", "https://a.shops.example/"]
                    scope: {hosts: [board.example, "*.shops.example"], include: ["/", "/list*", "/t/*"], exclude: ["*sort=*"]}
                    budget: {depth: 7, images: 0}
                    proxy: SOCKS5://127.0.0.1:9050
                    cookies: true
                    sitemaps: true
                    recrawl: {min: 30m, max: 7d}
                """);
        assertThat(plan.owner()).contains("Example NGO");
        assertThat(plan.sources().getFirst()).isInstanceOfSatisfying(Source.Web.class, web -> {
            assertThat(web.scope())
                    .isEqualTo(new ScopeRules(
                            Set.of("board.example", "*.shops.example"), List.of("/", "/list*", "/t/*"), List.of("*sort=*")));
            assertThat(web.budget()).isEqualTo(new Budget(7, 40, 0, 1_500_000_000L, Duration.ofMinutes(90)));
            assertThat(web.asking().proxy()).contains(URI.create("socks5://127.0.0.1:9050"));
            assertThat(web.asking().cookies()).isTrue();
            assertThat(web.sitemaps()).isTrue();
            assertThat(web.revisits()).isEqualTo(new Source.Revisits(Duration.ofMinutes(30), Duration.ofDays(7)));
        });
    }

    @Test
    void withoutMoreWordsASourceIsItsSeedsHostsOneNightAndNoTricks() throws Exception {
        Source.Web web = (Source.Web) read(HEAD + "sources: [{id: a, type: web, seeds: [\"http://x.example/\"]}]")
                .sources()
                .getFirst();
        assertThat(web.scope()).isEqualTo(ScopeRules.ofSeeds(web.seeds()));
        assertThat(web.budget()).isEqualTo(Budget.DEFAULT);
        assertThat(web.asking())
                .isEqualTo(new Source.Asking(
                        false, Duration.ofSeconds(5), Duration.ofSeconds(10), Optional.empty(), false));
        assertThat(web.revisits()).isEqualTo(Source.Revisits.DEFAULT);
        assertThat(web.sitemaps()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    budget: {bytes: 2Gigs}                    | sources[0].budget.bytes: '2Gigs' is no size
                    budget: {bytes: 10kB}                     | 10kB is outside 1MB to 10TB
                    budget: {minutes: 0}                      | sources[0].budget.minutes: use a whole number from 1 to 44640
                    budget: {depth: 51}                       | sources[0].budget.depth
                    budget: {page: 1}                         | unknown key 'sources[0].budget.page'
                    budget: {pages: 1}, maxPages: 2           | sources[0].maxPages and sources[0].budget.pages mean the same
                    budget: 5                                 | sources[0].budget is not a mapping
                    scope: {hosts: ["*.com"]}                 | sources[0].scope: '*.com'
                    scope: {include: [item]}                  | 'item' does not begin with /
                    scope: {include: ["/item/*"]}             | 'http://x.example/' is outside this source's own scope (path)
                    scope: {hosts: [y.example]}               | is outside this source's own scope (host)
                    scope: {host: [x.example]}                | unknown key 'sources[0].scope.host'
                    scope: {hosts: x.example}                 | sources[0].scope.hosts: needs a list
                    proxy: ftp://p.example:1                  | sources[0].proxy: write http://host:port
                    proxy: http://p.example                   | sources[0].proxy
                    proxy: http://p.example:99999             | sources[0].proxy: port 99999
                    cookies: maybe                            | sources[0].cookies: use true or false
                    recrawl: {min: 1}                         | sources[0].recrawl.min: '1' is no time
                    recrawl: {min: 5s}                        | 5s is outside 1m to 365d
                    recrawl: {min: 2d, max: 1d}               | sources[0].recrawl: min is longer than max
                    enabled: false                            | all of them say enabled: false
                    termsChecked: 2026-11-30                  | unknown key 'sources[0].termsChecked'
                    """)
    void namesWhatIsWrongWithASource(String keys, String message) {
        assertThatThrownBy(
                        () -> read(HEAD + "sources: [{id: a, type: web, seeds: [\"http://x.example/\"], " + keys + "}]"))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("plan.yaml")
                .hasMessageContaining(message);
    }

    @Test
    void namesWhatIsWrongWithThePlan() {
        String sources = "sources: [{id: a, type: chat-export, path: x}]\n";
        assertThatThrownBy(() -> read(HEAD + sources + "budgets: {pages: none}")).hasMessageContaining("budgets.pages");
        assertThatThrownBy(() -> read(HEAD + sources + "owner: \"a\\nb\"")).hasMessageContaining("owner: use one line");
        assertThatThrownBy(() -> read("")).hasMessageContaining("is empty");
    }

    @Test
    void neverRepeatsAPassword() {
        assertThatThrownBy(() -> read(HEAD
                        + "sources: [{id: a, type: web, seeds: [\"http://x.example/\"], proxy: \"http://u:secret@p.example:1\"}]"))
                .hasMessageContaining("without user and password")
                .hasMessageNotContaining("secret");
    }

    @Test
    void onionsNeedTor() throws Exception {
        String onion = "sources: [{id: a, type: web, seeds: [\"http://abc.onion/\"]%s}]";
        assertThatThrownBy(() -> read(HEAD + onion.formatted(""))).hasMessageContaining("socks5://");
        assertThat(read(HEAD + onion.formatted(", proxy: \"socks5://127.0.0.1:9050\"")).sources()).hasSize(1);
    }
}
