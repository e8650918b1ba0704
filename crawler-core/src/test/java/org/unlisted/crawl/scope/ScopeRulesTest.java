package org.unlisted.crawl.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeRulesTest {

    @Test
    void takesTheOriginsOfTheSeeds() {
        ScopeRules rules = ScopeRules.ofSeeds(
                List.of(URI.create("http://a.example/x"), URI.create("https://a.example:8443/"), URI.create("http://a.example/y")));
        assertThat(rules.hosts()).containsExactlyInAnyOrder("http://a.example:80", "https://a.example:8443");
    }

    @Test
    void travelsAsOneLineOfPlainCharacters() {
        ScopeRules rules = new ScopeRules(
                Set.of("*.example.org", "市场.example", "http://[::1]:8080"),
                List.of("/a,b;c*", "/搜索?q=*&x=${HOME}"),
                List.of("*|*", "/ %2f+"));
        assertThat(rules.toText()).matches("[A-Za-z0-9.*_%+,;-]+");
        assertThat(ScopeRules.parse(rules.toText())).isEqualTo(rules);
        assertThat(ScopeRules.parse(ScopeRules.ofSeeds(List.of(URI.create("http://a.example/"))).toText()).include())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS://Shop.Example, https://shop.example:443",
        "Shop.EXAMPLE, shop.example",
        "市场.example, xn--mesr1n.example",
        "*.Shop.Example, *.shop.example",
        "http://127.0.0.1:8477/, http://127.0.0.1:8477"
    })
    void spellsHostsInOneWay(String host, String spelt) {
        assertThat(new ScopeRules(Set.of(host), List.of(), List.of()).hosts()).containsExactly(spelt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "*", "*.", "*.com", "*.com.cn", "*.*.example.org", "a.*.example.org", "shop.example:8080", "shop.example/x",
                "http://shop.example/x", "ftp://shop.example", "a b", "http://"
            })
    void refusesHostsThatAreNone(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScopeRules(Set.of(host), List.of(), List.of()))
                .withMessageContaining("'" + host + "'");
    }

    @Test
    void refusesPatternsThatCanMatchNothingAndEmptyScopes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScopeRules(Set.of("a.example"), List.of("item/*"), List.of()))
                .withMessageContaining("item/*");
        assertThatIllegalArgumentException().isThrownBy(() -> new ScopeRules(Set.of(), List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> ScopeRules.parse("a.example"));
    }
}
