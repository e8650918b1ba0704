package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegationTest {

    @ParameterizedTest
    @ValueSource(strings = {"not ai", "no ai", "不是ai", "不是 ai"})
    void liftsTheTermRightBehindANegator(String text) {
        assertThat(denied(text, TermClass.SYNTHETIC)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ai", "not the ai", "no, ai", "ai not", "不是的ai"})
    void liftsNothingFartherOff(String text) {
        assertThat(denied(text, TermClass.SYNTHETIC)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "手持没有了, 身份证正反|zh", "身份证正反, 手持 卖完|zh", "passport scans, no handheld sets|en", "身份证正反, 不是手持|zh", "passport scans, handheld sets not included|en",
    })
    void leavesOutGoodsThatAreNotIncluded(String text, String language) {
        assertThat(kept(text, language)).contains(TermClass.ID_SCAN);
        assertThat(kept(text, language)).doesNotContain(TermClass.HANDHELD_ID_SET);
    }

    @Test
    void keepsContextsWhateverStandsAroundThem() {
        assertThat(kept("不是 ai 人脸", "zh")).containsExactly(TermClass.SYNTHETIC, TermClass.FACE_PHOTO);
    }

    private static boolean denied(String typed, TermClass termClass) {
        Sample sample = Sample.of(typed, "en");
        Hit term = sample.hits().stream().filter(h -> h.termClass() == termClass).findFirst().orElseThrow();
        return Negation.denies(sample.hits(), term, sample.text());
    }

    /** Without negators. */
    private static List<TermClass> kept(String typed, String language) {
        Sample sample = Sample.of(typed, language);
        return Negation.withoutDenied(sample.hits(), sample.text()).stream().map(Hit::termClass).filter(c -> c != TermClass.NEGATOR).toList();
    }
}
