package org.unlisted.sweep.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.unlisted.crawl.scope.Budget;
import org.unlisted.crawl.scope.Scope;
import org.unlisted.crawl.scope.Verdict;

class ReadySourcesTest {
    private static final Path SOURCES = Path.of("../../config/sources");
    private static final String ON = "enabled: true, termsChecked: 2026-11-30";

    @TempDir
    private Path folder = Path.of("");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.sorted().toList();
        }
    }

    private List<Source> read(String sources) throws Exception {
        return read(sources, SOURCES);
    }

    private List<Source> read(String sources, Path ready) throws Exception {
        Path plan = Files.writeString(
                folder.resolve("plan.yaml"), "plan: p\ncontact: https://x.example\nsources:\n" + sources.indent(2));
        return PlanReader.read(plan, Map.of("MARKET_HOST", "market.example"), ready).sources();
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachIsOffPoliteAndBounded(Path path) throws Exception {
        assertThat(path.getFileName().toString()).matches("[a-z0-9-]+\\.yaml");
        PlanFile file = new PlanFile("source " + path, path);
        Map<String, String> variables = new HashMap<>();
        for (String name : file.variables()) variables.put(name, name.endsWith("HOST") ? "site.example" : "12");
        variables.put("LIST", "/archive");
        variables.put("FORUM_PATH", "/forum");
        Keys keys = new SourceFolder(SOURCES).read(file, variables);

        assertThat(keys.flag("enabled", true)).isFalse();
        assertThat(keys.text("terms")).startsWith("check the site's terms before you turn this on");
        assertThat(keys.text("walls")).contains("reported").contains("left alone");
        if (!keys.text("profile").equals("none"))
            assertThat(path.resolveSibling("../sites/" + keys.text("profile") + ".yaml")).exists();
        Source.Web web = WebKeys.read("x", keys, Budget.DEFAULT);
        assertThat(web.delay()).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(web.allowLoopback()).isFalse();
        assertThat(web.asking().cookies()).isFalse();
        assertThat(keys.inner("budget", WebKeys.BUDGET).node().propertyNames()).containsAll(WebKeys.BUDGET);
        assertThat(keys.find("scope")).isPresent();
        // at this pace the pages alone take no longer than the time that is given
        assertThat(web.delay().multipliedBy(web.maxPages())).isLessThanOrEqualTo(web.budget().time());
    }

    @Test
    void aPlanUsesOneAndChangesIt() throws Exception {
        List<Source> sources = read("""
                - {use: telegram-preview, id: one, with: {CHANNEL: some_channel}, %1$s, budget: {pages: 3}}
                - {use: telegram-preview, id: two, with: {CHANNEL: other}, %1$s, maxPages: 4, delayMillis: 9000}
                - {use: market-xianyu, with: {WORDS: 人脸}, %1$s}
                """.formatted(ON));
        assertThat(sources).extracting(Source::id).containsExactly("one", "two", "market-xianyu");
        assertThat(sources.getFirst()).isInstanceOfSatisfying(Source.Web.class, web -> {
            assertThat(web.seeds()).containsExactly(URI.create("https://t.me/s/some_channel"));
            assertThat(web.budget().pages()).isEqualTo(3);
            assertThat(web.budget().depth()).isEqualTo(25);
            Scope scope = new Scope(web.scope());
            assertThat(scope.judge(URI.create("https://t.me/s/some_channel?before=123"))).isEqualTo(Verdict.IN);
            assertThat(scope.judge(URI.create("https://t.me/s/some_channel2"))).isEqualTo(Verdict.PATH);
        });
        assertThat(sources.get(1)).isInstanceOfSatisfying(Source.Web.class, web -> {
            assertThat(web.maxPages()).isEqualTo(4);
            assertThat(web.delay()).isEqualTo(Duration.ofSeconds(9));
        });
        assertThat(((Source.Web) sources.get(2)).seeds())
                .containsExactly(URI.create("https://market.example/search?q=%E4%BA%BA%E8%84%B8"));
    }

    @Test
    void discuzIsReadInBothItsSpellings() throws Exception {
        Source.Web web = (Source.Web) read("- {use: forum-discuz, with: {FORUM_HOST: bbs.example, BOARD: 2}, " + ON + "}")
                .getFirst();
        Scope scope = new Scope(web.scope());
        assertThat(Stream.of("thread-12-1-1.html", "forum.php?mod=viewthread&tid=12", "forum-2-3.html")
                        .map(target -> scope.judge(URI.create("https://bbs.example/" + target))))
                .containsOnly(Verdict.IN);
        assertThat(Stream.of("forum-3-1.html", "forum.php?mod=forumdisplay&fid=21", "member.php?mod=logging&action=login", "forum.php?mod=viewthread&tid=1&authorid=2")
                        .map(target -> scope.judge(URI.create("https://bbs.example/" + target))))
                .containsOnly(Verdict.PATH);
    }

    @Test
    void oneThatIsSwitchedOffNeedsNoValues() throws Exception {
        assertThat(read("""
                - {use: telegram-preview, enabled: false}
                - {use: pastes-named, with: {PASTE_HOST: p.example, PASTE: abc}, %s}
                """.formatted(ON))).extracting(Source::id).containsExactly("pastes-named");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    use: market-xianyu                                                   | check the site's terms
                    use: market-xianyu, enabled: true                                    | market-xianyu.yaml is off
                    use: market-xianyu, termsChecked: 2026-11-30                         | enabled: true
                    use: market-xianyu, enabled: true, termsChecked: yesterday           | 'yesterday' is no date
                    use: market-xianyu, enabled: true, termsChecked: 2999-01-01          | sources[0].termsChecked
                    use: nowhere, enabled: true, termsChecked: 2026-11-30                | there are: board-russian, forum-discuz
                    use: ../plan, id: a, enabled: true, termsChecked: 2026-11-30         | there is no source '../plan'
                    use: telegram-preview, enabled: true, termsChecked: 2026-11-30       | ${CHANNEL} has no value
                    use: telegram-preview, with: {CHANEL: x}, enabled: true, termsChecked: 2026-11-30 | unknown key 'sources[0].with.CHANEL'; known here: CHANNEL
                    use: telegram-preview, with: {CHANNEL: "a\\"b"}, enabled: true, termsChecked: 2026-11-30 | sources[0].with.CHANNEL
                    use: telegram-preview, type: web                                     | unknown key 'sources[0].type'
                    use: pastes-named, with: {PASTE_HOST: p.example, PASTE: a}, enabled: true, termsChecked: 2026-11-30, seeds: ["https://q.example/"] | outside this source's own scope (host)
                    """)
    void saysWhatIsMissing(String source, String message) {
        assertThatThrownBy(() -> read("- {" + source + "}"))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesTheFileThatIsWrong() throws Exception {
        Path ready = Files.createDirectory(folder.resolve("sources"));
        Files.writeString(ready.resolve("mine.yaml"), Files.readString(SOURCES.resolve("pastes-named.yaml"))
                .replace("enabled: false", "enabled: true"));
        assertThatThrownBy(() -> read("- {use: mine, with: {PASTE_HOST: p.example, PASTE: a}, " + ON + "}", ready))
                .hasMessageContaining("mine.yaml: enabled:");
        assertThatThrownBy(() -> PlanReader.read(folder.resolve("plan.yaml"), Map.of()))
                .hasMessageContaining("no folder of ready-made sources");
    }
}
