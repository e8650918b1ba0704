package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExpansionTest {

    @Test
    void multipliesChoicesAndSets() {
        Map<String, List<String>> sets = Map.of("PEOPLE", List.of("学生", "员工"));

        assertThat(Expansion.of("<PEOPLE>(的|)照片", sets)).containsExactly("学生的照片", "学生照片", "员工的照片", "员工照片");
        assertThat(Expansion.of("face photo(s)", sets)).containsExactly("face photo", "face photos");
    }

    @Test
    void namesASetThatIsNotThere() {
        assertThatThrownBy(() -> Expansion.of("<NOBODY>照片", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NOBODY");
    }

    @Test
    void refusesAnOpenBracketAndTooManyPhrases() {
        assertThatThrownBy(() -> Expansion.of("face (photo", Map.of())).hasMessageContaining("open bracket");
        String many = "(0|1|2|3|4|5|6|7|8|9)".repeat(5);
        assertThatThrownBy(() -> Expansion.of(many, Map.of())).hasMessageContaining("more than");
    }
}
