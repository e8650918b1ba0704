package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikesTest {

    @ParameterizedTest
    @CsvSource({
        "p\u0430ssport, passport", // Cyrillic а
        "s\u0435lf\u0456\u0435, selfie", // Cyrillic е, і
        "f\u03B1c\u03B5s, faces", // Greek α, ε
        "пaспорт, паспорт", // Latin a
        "\uA731\u1D07\u029F\uA730\u026A\u1D07, selfie", // small capitals
        "p4ssp0rt, passport", "s3lfie, selfie", "sc4ns, scans", "ph0tos, photos",
        "9oo套, 900套", "4\u043E\u043E, 400", // Latin and Cyrillic o
    })
    void readsTheLetterThatIsMeant(String typed, String read) {
        assertThat(folded(typed)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"паспорт", "селфи по 50 р", "selfie", "mp4", "h264", "2tr4", "500k", "c3po7", "5oz", "ảnh mặt", "人脸", "vnđ"})
    void leavesWordsOfOneScript(String typed) {
        assertThat(folded(typed)).isEqualTo(typed);
    }

    private static String folded(String typed) {
        OffsetText text = new OffsetText(typed);
        for (int i = 0; i < typed.length(); i++) text.append(typed.charAt(i), i, i + 1);
        LookAlikes.fold(text);
        return text.toNormalText().text();
    }
}
