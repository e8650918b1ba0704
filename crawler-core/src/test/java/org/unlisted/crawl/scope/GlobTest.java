package org.unlisted.crawl.scope;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "/item/*, /item/12, true",
        "/item/*, /item/, true",
        "/item/*, /items/12, false",
        "/thread-*.html, /thread-12-1-1.html, true",
        "/item.htm?id=*, /item.htm?id=5, true",
        "/item.htm?id=*, /itemXhtmXid=5, false",
        "*action=logout*, /member.php?mod=logging&action=logout&formhash=1, true",
        "/a, /a/b, false",
        "/搜索*, /%E6%90%9C%E7%B4%A2?q=1, true",
        "/%e6*, /%E6%90%9C, true",
        "**, /x, true"
    })
    void matchesTheWholeOfPathAndQuery(String pattern, String target, boolean matches) {
        assertThat(new Glob(pattern).matches(target)).isEqualTo(matches);
    }

    @Property
    void agreesWithARegularExpression(
            @ForAll @StringLength(max = 8) @Chars({'a', 'b', '*'}) String pattern,
            @ForAll @StringLength(max = 10) @CharRange(from = 'a', to = 'b') String text) {
        String regex = pattern.chars()
                .mapToObj(c -> c == '*' ? ".*" : Pattern.quote(String.valueOf((char) c)))
                .collect(Collectors.joining());
        assertThat(new Glob("/" + pattern).matches("/" + text)).isEqualTo(text.matches(regex));
    }

    @Test
    void staysQuickOnTheWorstText() {
        Glob glob = new Glob("/" + "a*".repeat(240) + "b");
        assertThat(assertTimeoutPreemptively(ofSeconds(20), () -> glob.matches("/" + "a".repeat(2_000)))).isFalse();
    }
}
