package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "5000套 每套2元|zh|5000 PERSON; per 1 PERSON; 2 CNY",
        "人脸 六千张 12块|zh|6000 IMAGE; 12 CNY",
        "廿五套 两百块|zh|25 PERSON; 200 CNY",
        "300 bộ 2tr4|vi|300 PERSON; 2400000 VND",
        "1,200 sets, $3 each|en|1200 PERSON; 3 USD; per 1 PIECE",
        "7 тыс. фото, 500 руб|ru|7000 IMAGE; 500 RUB",
        "有 五六十套 2元|zh|2 CNY",
        "有 几百张 2元|zh|2 CNY",
        "第一套 2元|zh|per 1 PERSON; 2 CNY",
    })
    void readsEachNumberOnce(String text, String language, String said) {
        assertThat(Sample.of(text, language).said()).containsExactly(said.split("; ", -1));
    }

    @Property
    void readsNoCharacterTwice(@ForAll("texts") String text, @ForAll("languages") String language) {
        Sample sample = Sample.of(text, language);
        List<Figure> figures = sample.figures();
        int end = 0;
        for (Figure figure : figures) {
            assertThat(figure.start()).isGreaterThanOrEqualTo(end);
            assertThat(figure.end()).isGreaterThan(figure.start()).isLessThanOrEqualTo(sample.text().length());
            end = figure.end();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "5000", "套", "一", "十", "六千", "每", "0.5", "元", "毛", "$", "3", "each", "per", "sets", " ", "/", "-", ":", ",", "满", "起", "8折", "2tr4", "k", "củ", "руб", "полтинник",
                        "five hundred", "2024-05-01", "gb", "人脸", "😀")
                .list().ofMaxSize(14).map(l -> String.join("", l));
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of("zh", "en", "vi", "ru", "und");
    }
}
