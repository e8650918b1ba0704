package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoinersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "身.份.证|身份证", "身·份·证|身份证", "身 份 证|身份证", "手_持|手持", "身。份。证|身份证", "身...份|身份", "人脸.照片|人脸照片", "k y c|kyc", "c.c.c.d|cccd", "f-a-c-e|face", "1 2 0 0|1200",
    })
    void dropsWhatIsStrewnIntoAWord(String typed, String read) {
        assertThat(dropped(typed)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "5元/张", "2000套 两毛", "人脸照片 身份证件", "正面+反面+手持", "正反,手持", "I'd sell", "a b", "1 2", "5.5", "2024-05-01", "face-id", "人脸图片。手持证件", "身....份", "", ".", "证",
    })
    void keepsWhatSeparates(String typed) {
        assertThat(dropped(typed)).isEqualTo(typed);
    }

    @Test
    void leavesOneSpaceBetweenWordsThatAreSpelt() {
        assertThat(dropped("f.a.c.e p.h.o.t.o")).isEqualTo("face photo");
        assertThat(dropped("f a c e  p h o t o")).isEqualTo("face photo");
        assertThat(dropped("a  photo")).isEqualTo("a photo");
        assertThat(dropped("1 . 1")).isEqualTo("1.1");
        assertThat(dropped("40 р. с человека")).isEqualTo("40 р. с человека");
    }

    @Test
    void remembersWhereEachCharacterStood() {
        OffsetText text = text("出身.份.证");
        Joiners.drop(text);

        assertThat(text.toNormalText().quote(1, 4)).isEqualTo("身.份.证");
    }

    private static String dropped(String typed) {
        OffsetText text = text(typed);
        Joiners.drop(text);
        return text.toNormalText().text();
    }

    private static OffsetText text(String typed) {
        OffsetText text = new OffsetText(typed);
        for (int i = 0; i < typed.length(); i++) text.append(typed.charAt(i), i, i + 1);
        return text;
    }
}
