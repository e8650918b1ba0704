package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextNormalizerTest {
    private final TextNormalizer normalizer = new TextNormalizer();

    @ParameterizedTest
    @CsvSource({
        "身.份.证, 身份证",
        "手 持, 手持",
        "㊣反面, 正反面",
        "１２００套, 1200套",
        "身分證正反面, 身分证正反面",
        "人\u200B脸, 人脸",
        "c.c.c.d, cccd",
        "sеlfiе, selfie",
        "人脸图打包 纯大头, 人脸图打包 纯大头",
        "正面+反面+手持, 正面+反面+手持",
        "1.2w套 0.6U, 1.2w套 0.6u",
        "s f z 正反, sfz 正反",
        "k y c pack, kyc pack",
        "p4ssp0rt sc4ns, passport scans",
        "s3lfie, selfie",
        "2tr4 mp4 500k, 2tr4 mp4 500k",
        "身̶份̶证, 身份证",
        "СССD 2 mặt, cccd 2 mặt",
        "ｓｅｌｌｉｎｇ ＦＡＣＥＳ, selling faces",
        "𝐟𝐚𝐜𝐞𝐬, faces",
        "1️⃣2️⃣套, 12套",
        "①②, 12",
        "身-份-证, 身份证",
        "手\\持, 手持",
        "5元/张, 5元/张",

    })
    void undoesEvasiveSpellings(String typed, String read) {
        assertThat(normalizer.normalize(typed).text()).isEqualTo(read);
    }

    @Test
    void composesVietnameseTypedWithSeparateMarks() {
        String decomposed = java.text.Normalizer.normalize("ảnh khuôn mặt", java.text.Normalizer.Form.NFD);

        assertThat(normalizer.normalize(decomposed).text()).isEqualTo("ảnh khuôn mặt");
    }

    @Test
    void quotesTheAuthorsOwnCharacters() {
        NormalText text = normalizer.normalize("出身.份.证 ㊣反面");
        int start = text.text().indexOf("身份证");

        assertThat(text.quote(start, start + 3)).isEqualTo("身.份.证");
        assertThat(text.reason(start, start + 3, true)).isEqualTo(new Reason("身.份.证", 1, 6, true));
    }

    /** For any text and any span the way back stays inside the text, in order, and normalising the quote gives the span. */
    @Test
    void findsTheWayBackFromAnySpan() {
        List<String> pieces = List.of("身", "份", "證", ".", " ", "·", "㊣", "５", "a", "é", "e\u0301", "\u200B", "😀", "\n", "k", "км", "ﬁ", "…", "x");
        Random random = new Random(42);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder typed = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) typed.append(pieces.get(random.nextInt(pieces.size())));
            NormalText text = normalizer.normalize(typed.toString());
            int last = 0;
            for (int i = 0; i < text.text().length(); i++) {
                assertThat(text.originalStart(i)).isBetween(last, typed.length() - 1);
                assertThat(text.originalEnd(i + 1)).isGreaterThan(text.originalStart(i)).isLessThanOrEqualTo(typed.length());
                last = text.originalStart(i);
            }
        }
    }
}
