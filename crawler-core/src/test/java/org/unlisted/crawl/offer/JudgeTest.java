package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
    private static final Gist GIST = Voices.gist(Map.of("一手", Voice.SELLER, "据悉", Voice.REPORTER, "有没", Voice.BUYER, "过检", Voice.TOOLMAKER, "查人", Voice.FINDER));
    private static final Judge SURE_OF_A_SALE = judge(OfferLabel.SALE, 10);

    @ParameterizedTest
    @ValueSource(strings = {"据报道", "谨防", "我的照片被", "律师函"})
    void neverTakesAReportAWarningAVictimOrALetterForASale(String context) {
        assertThat(verdict(SURE_OF_A_SALE, context + " 出售人脸 一手").label()).isEqualTo(OfferLabel.NEGATIVE);
    }

    @Test
    void leavesOtherContextsToTheWeights() {
        assertThat(verdict(SURE_OF_A_SALE, "影楼 出售人脸 一手").label()).isEqualTo(OfferLabel.SALE);
    }

    @Test
    void believesTwoHintsOfAReportButNotOneThatStandsTwice() {
        assertThat(verdict(SURE_OF_A_SALE, "记者 警方 出售人脸 一手").label()).isEqualTo(OfferLabel.NEGATIVE);
        assertThat(verdict(SURE_OF_A_SALE, "记者 记者 出售人脸 一手").label()).isEqualTo(OfferLabel.SALE);
    }

    @Test
    void believesAReporterWhateverHeQuotes() {
        assertThat(verdict(SURE_OF_A_SALE, "据悉 出售人脸").label()).isEqualTo(OfferLabel.NEGATIVE);
        assertThat(verdict(SURE_OF_A_SALE, "一手 据悉 出售人脸").label()).isEqualTo(OfferLabel.NEGATIVE);
        assertThat(verdict(SURE_OF_A_SALE, "一手 出售人脸").label()).isEqualTo(OfferLabel.SALE);
    }

    @Test
    void takesADeniedContextForNone() {
        assertThat(Judge.vetoes(Sample.of("not ai faces", "en").scene())).isEmpty();
        assertThat(Judge.vetoes(Sample.of("ai faces", "en").scene())).extracting(Hit::termClass).containsExactly(TermClass.SYNTHETIC);
    }

    @Test
    void isAsSureAsTheWeightsAre() {
        // e to the ln 3 against four other labels of e to the 0: 3 of 7.
        Judge judge = judge(OfferLabel.SALE, Math.log(3));

        assertThat(verdict(judge, "人脸 一手")).isEqualTo(new Judge.Verdict(OfferLabel.SALE, 0.429));
    }

    @Test
    void saysNothingIsOfferedWhereNothingSpeaksForIt() {
        Judge judge = new Judge(GIST, new Decision("test", Map.of()));

        assertThat(verdict(judge, "人脸 一手").label()).isEqualTo(OfferLabel.NEGATIVE);
        assertThat(judge.likelihood(Map.of())).isEqualTo(0.8); // five labels, one of them NEGATIVE
    }

    @ParameterizedTest
    @CsvSource({"SALE, 一手", "WANTED, 有没", "TOOL, 过检", "LOOKUP, 查人"})
    void quotesTheSpeakerOfItsVerdictWhereNoGoodsAreNamed(OfferLabel label, String words) {
        Sample sample = Sample.of("你好 一手 有没 过检 查人 再见", "zh");

        Span heard = judge(label, 10).heard(sample.scene(), new Judge.Verdict(label, 1)).orElseThrow();

        assertThat(sample.text().substring(heard.start(), heard.end())).isEqualTo(words);
    }

    @Test
    void quotesNoVoiceBesideNamedGoodsOrWhereNothingIsOffered() {
        assertThat(SURE_OF_A_SALE.heard(Sample.of("一手 人脸", "zh").scene(), new Judge.Verdict(OfferLabel.SALE, 1))).isEmpty();
        assertThat(SURE_OF_A_SALE.heard(Sample.of("一手", "zh").scene(), new Judge.Verdict(OfferLabel.NEGATIVE, 1))).isEmpty();
    }

    private static Judge.Verdict verdict(Judge judge, String text) {
        Sample sample = Sample.of(text, "zh");
        return judge.judge(sample.scene(), sample.deal(), Judge.vetoes(sample.scene()));
    }

    private static Judge judge(OfferLabel label, double bias) {
        return new Judge(GIST, new Decision("test", Map.of(label, new Decision.Score(bias, Map.of()))));
    }
}
