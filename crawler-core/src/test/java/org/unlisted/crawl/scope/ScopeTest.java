package org.unlisted.crawl.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.crawl.fetch.CanonicalUrl;

class ScopeTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);

    private static final Scope SCOPE = new Scope(
            new ScopeRules(
                    Set.of("shop.example", "*.board.example", "http://127.0.0.1:8477"),
                    List.of(),
                    List.of("/admin*", "*action=logout*")),
            CLOCK);

    private static Verdict judge(String url) {
        return SCOPE.judge(CanonicalUrl.of(url).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop.example/item/1, IN",
        "https://shop.example/item/1, IN",
        "https://shop.example:8443/, HOST",
        "http://www.shop.example/, HOST",
        "http://shop.example.evil.example/, HOST",
        "http://a.board.example/, IN",
        "http://a.b.board.example/, IN",
        "http://board.example/, HOST",
        "http://evilboard.example/, HOST",
        "http://127.0.0.1:8477/x, IN",
        "http://127.0.0.1:8478/x, HOST",
        "https://127.0.0.1:8477/x, HOST",
        "http://shop.example/admin/users, PATH",
        "http://shop.example/m.php?action=logout&h=1, PATH",
        "http://evil.example/admin, HOST"
    })
    void knowsItsHostsAndPaths(String url, Verdict verdict) {
        assertThat(judge(url)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"/item/4, IN", "/item/4?print=1, PATH", "/list, IN", "/list?page=2, IN", "/about, PATH", "/, PATH"})
    void excludesAmongWhatIsIncluded(String target, Verdict verdict) {
        Scope scope = new Scope(
                new ScopeRules(Set.of("shop.example"), List.of("/item/*", "/list*"), List.of("*print=*")), CLOCK);
        assertThat(scope.judge(URI.create("http://shop.example" + target))).isEqualTo(verdict);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a/b/a/b",
                "/x/a/b/c/a/b/c/y",
                "/more/1/more/2/more/3",
                "/css/css/css/",
                "/1/1/1/1/1/",
                "/1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17",
                "/(S(abc))/(S(def))/x",
                "/x?a=1&a=2&a=3&a=4&a=5",
                "/x?a=1&b=2&c=3&d=4&e=5&f=6&g=7&h=8&i=9&j=1&k=2&l=3&m=4&n=5&o=6&p=7&q=8",
                "/login?next=%2Flogin%3Fnext%3D%252Flogin%253Fnext%253D%25252F",
                "/calendar/2031/05/",
                "/2031/05/07",
                "/2031/05",
                "/events/2029-01-02/",
                "/calendar/1987",
                "/news/2031/05/page/2",
                "/calendar/203105/page/3",
                "/cal?date=2031-05-07",
                "/cal?year=2044&month=3",
                "/cal?date=07.05.1995",
                "/?m=203105"
            })
    void seesTraps(String target) {
        assertThat(judge("http://shop.example" + target)).isEqualTo(Verdict.TRAP);
        assertThat(judge("http://shop.example/x/" + "y".repeat(1_300))).isEqualTo(Verdict.TRAP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/item/123",
                "/item/2031",
                "/item/2031/5",
                "/item/2031/12",
                "/item/1987",
                "/item/2031/5/7",
                "/news/2150",
                "/news/203105",
                "/archive/2500",
                "/news/2031/12",
                "/thread-2099-1-1.html",
                "/2031/05/a-title",
                "/2026/11/11/",
                "/2027/06/",
                "/11/11/11/11/",
                "/shop/shop/1",
                "/en/news/en/1",
                "/viewtopic.php?f=2&t=1&start=203105",
                "/item.htm?id=20310507",
                "/s/some_channel?before=203105",
                "/calendar.php?date=2026-11-30",
                "/update?item=2031",
                "/x?next=%2Flist%3Fa%3D%252F"
            })
    void takesNumbersOfItemsForWhatTheyAre(String target) {
        assertThat(judge("http://shop.example" + target)).isEqualTo(Verdict.IN);
    }
}
