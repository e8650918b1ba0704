package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SurroundingsTest {

    @Property
    void walksTheKeysThatItNames(@ForAll("texts") String text) {
        Sample sample = Sample.of(text, "zh");
        List<Figure> figures = sample.figures();
        for (int i = 0; i < figures.size(); i++) {
            Surroundings around = new Surroundings(sample.text(), "zh", figures, i);
            List<Long> walked = new ArrayList<>();
            List<Long> named = new ArrayList<>();
            around.forEach((key, count) -> walked.addAll(Collections.nCopies(count, key)));
            around.forEachName(name -> named.add(Surroundings.key(name)));

            assertThat(walked).doesNotContain(0L).containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @Test
    void keepsOfANumberOnlyItsOrderOfMagnitude() {
        assertThat(names("出 5200 谢谢", "zh")).isEqualTo(names("出 7899 谢谢", "zh")).contains("f:bare of 10^3");
        assertThat(names("出 520 谢谢", "zh")).contains("f:bare of 10^2").doesNotContain("f:bare of 10^3");
    }

    @Test
    void hearsOneEmojiLikeAnother() {
        assertThat(names("🔥 52 谢谢", "zh")).isEqualTo(names("😀 52 谢谢", "zh"));
    }

    @Test
    void tellsTheWordsBeforeANumberFromThoseBehindIt() {
        assertThat(names("价 52 谢", "zh")).contains("l:价", "r:谢").doesNotContain("r:价", "l:谢");
    }

    @Test
    void hearsNothingThatStandsFarOff() {
        assertThat(names("价" + "好".repeat(12) + "52", "zh")).contains("l:好").doesNotContain("l:价");
    }

    @Test
    void saysTheLanguageAndTheFiguresBeside() {
        assertThat(names("52 $3", "en")).contains("f:bare en", "f:bare after nothing", "f:bare before sum", "f:bare first", "f:bare without stock");
    }

    private static List<String> names(String text, String language) {
        Sample sample = Sample.of(text, language);
        List<String> names = new ArrayList<>();
        new Surroundings(sample.text(), language, sample.figures(), 0).forEachName(names::add);
        return names;
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("人脸", "5000", "套", "0.5", "元", "$", "3", "each", " ", "\n", "\t", "¶", "0", "😀", "\uD83D", "8折", "2024-05-01", "9999999999999", "满", ",")
                .list().ofMaxSize(16).map(l -> String.join("", l));
    }
}
