package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsTest {

    @Test
    void cutsWhereTheNextGoodsBegin() {
        assertThat(offers("证件照 三千份 200元打包;门禁抓拍 五千张 450元打包", "zh"))
                .containsExactly(List.of("3000 PERSON", "200 CNY"), List.of("5000 IMAGE", "450 CNY"));
        assertThat(offers("selfies 500 photos $20\npassport scans 300 pcs $50", "en"))
                .containsExactly(List.of("500 IMAGE", "20 USD"), List.of("300 PIECE", "50 USD"));
    }

    @Test
    void cutsAListThatNamesThePriceFirst() {
        assertThat(offers("$20 selfies, $50 passport scans, $90 handheld sets", "en"))
                .containsExactly(List.of("20 USD"), List.of("50 USD"), List.of("90 USD"));
    }

    @Test
    void givesTheQuantityBeforeTheGoodsToThem() {
        assertThat(offers("500 selfies $20 40 passport scans $50", "en"))
                .containsExactly(List.of("500 GOODS", "20 USD"), List.of("40 GOODS", "50 USD"));
    }

    @Test
    void cutsLinesThatNameOneMakeEachOfTheGoodsOfTheHeadline() {
        List<Scene> scenes = scenes(Sample.of("人脸\n低档 2000套 200元\n高档 1000套 900元", "zh"));

        assertThat(scenes).hasSize(2).allSatisfy(s -> assertThat(s.goods()).extracting(Hit::termClass).contains(TermClass.FACE_PHOTO));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "人脸 5000张 0.5元一张 满1000张0.3元一张", "人脸 5000张 200元", "人脸 5000张", "5000张 200元", "人脸", "", "人脸照片 大头照 门禁抓拍 5000张 200元", "人脸\n1000套 200元\n2000套 300元",
    })
    void leavesOneOfferWhole(String text) {
        assertThat(offers(text, "zh")).isEmpty();
    }

    private static List<List<String>> offers(String typed, String language) {
        return scenes(Sample.of(typed, language)).stream().map(s -> Sample.said(s.figures())).toList();
    }

    private static List<Scene> scenes(Sample sample) {
        return new Segments(sample.wording()).of(sample.scene());
    }
}
