package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GappedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "卖~人脸|我卖人脸的|卖人脸", "卖~人脸|我卖一些人脸的|卖一些人脸", "卖~人脸|卖一二三四五六七八人脸|卖一二三四五六七八人脸", "sell~faces|we sell 18k faces|sell 18k faces",
        "收~元~照片|收5元一张照片|收5元一张照片", "~照片|照片|照片", "满#套|满50套|满50套", "满#套|满五十套|满五十套", "满#套|满 5 套|满 5 套", "#件套|四件套|四件套", "#-piece kit|5-piece kit|5-piece kit",
    })
    void standsAroundItsLongestPiece(String phrase, String text, String whole) {
        assertThat(found(phrase, text)).contains(whole);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "卖~人脸|卖一二三四五六七八九人脸", "卖~人脸|不卖。人脸", "卖~人脸|不卖,人脸", "卖~人脸|不卖! 人脸", "sell~faces|faces we sell", "满#套|满500套", "满#套|满套", "满#套|满x套", "#件套|104件套",
    })
    void reachesNeitherFarNorIntoAnotherClauseNorOverLongNumbers(String phrase, String text) {
        assertThat(found(phrase, text)).isEmpty();
    }

    private static Optional<String> found(String phrase, String text) {
        Gapped gapped = Gapped.of(phrase);
        int at = text.indexOf(gapped.anchor());
        assertThat(at).as("the anchor stands in the text").isNotNegative();
        return gapped.around(text, at, at + gapped.anchor().length()).map(s -> text.substring(s.start(), s.end()));
    }
}
