package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unlisted.crawl.CommittedReader;

/** Which goods the words of an offer add up to. */
class KindsTest {
    private static OfferReader reader;

    @BeforeAll
    static void load() throws IOException {
        reader = CommittedReader.get();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en|selling KYC sets, ID front + back + selfie holding it + video, real people, 60 people, $35 per person|FACE_KIT",
        "en|selling ID scans front and back with video of the owner, 200 people, $7 per person|LIVENESS_VIDEO+ID_SCAN",
        "en|selling KYC sets, ID front + back + selfie holding it, no video, 60 people, $35 per person|HANDHELD_ID_SET",
        "vi|Bán cặp ảnh mặt đeo khẩu trang / không khẩu trang, người thật, 600 người, 480k|MASKED_FACE+FACE_PHOTO",
        "en|selling leaked CV photos with full name, address, phone, 6500 people, $50|FACE_PHOTO+PII",
        "zh|身份证正反面 带姓名身份证号表格 2000套 一手 0.5元一套|ID_SCAN+ID_INFO",
    })
    void addUpToWhatIsSold(String language, String text, String kind) {
        List<Offer> offers = reader.read("", text, Optional.empty(), Optional.of(language));

        assertThat(offers).singleElement().extracting(Offer::kind).isEqualTo(kind);
    }
}
