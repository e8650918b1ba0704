package org.unlisted.sweep.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.IDN;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
