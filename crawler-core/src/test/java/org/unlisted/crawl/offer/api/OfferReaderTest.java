package org.unlisted.crawl.offer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.crawl.CommittedReader;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.offer.OfferLabel;
import org.unlisted.crawl.offer.OfferReader;
import org.unlisted.crawl.offer.Price;
import org.unlisted.crawl.offer.Reason;

class OfferReaderTest {
    private static OfferReader reader;

    @BeforeAll
    static void load() throws IOException {
        reader = CommittedReader.get();
    }

    @Test
    void readsQuantityPriceAndKindOfAnEvasiveOffer() {
        Offer offer = only("身.份.证 ㊣反面 + 手 持,一手资源,1.2w套,0.6U一套", "zh");

        assertThat(offer.label()).isEqualTo(OfferLabel.SALE);
        assertThat(offer.kind()).isEqualTo("HANDHELD_ID_SET");
        assertThat(offer.persons()).hasValue(12_000);
        assertThat(offer.images()).hasValue(36_000);
        assertThat(offer.price()).contains(new Price(new BigDecimal("0.6"), "USDT", false, Price.Basis.PER_PERSON));
        assertThat(offer.pricePerFace()).contains(new BigDecimal("0.6"));
        assertThat(offer.permitsFaceScan()).isTrue();
    }

    @Test
    void separatesTwoOffersOfOneMessage() {
        List<Offer> offers = read("驾校证件照 三千份 两百打包;门禁抓拍 五千张 四百五打包", "zh");

        assertThat(offers).extracting(o -> o.images().orElse(0)).containsExactly(3000L, 5000L);
        assertThat(offers).extracting(o -> o.price().orElseThrow().amount().intValue()).containsExactly(200, 450);
    }

    @Test
    void tellsThousandsOfPicturesFromThousandsOfDong() {
        Offer offer = only("Gói ảnh khuôn mặt người thật 10k tấm giá 500k, thêm video quay mặt +200k", "vi");

        assertThat(offer.images()).hasValue(10_000);
        assertThat(offer.price()).contains(new Price(new BigDecimal("500000"), "VND", true, Price.Basis.TOTAL));
        assertThat(offer.kind()).isEqualTo("FACE_PHOTO");
    }

    @Test
    void marksACurrencyThatOnlyTheLanguageTells() {
        assertThat(only("门禁抓拍 五千张 四百五打包", "zh").price().orElseThrow().inferred()).isTrue();
        assertThat(only("门禁抓拍 五千张 450元打包", "zh").price().orElseThrow().inferred()).isFalse();
    }

    @Test
    void takesThePriceFromThePageWhenTheWordsNameNone() {
        Offer offer = reader.read("人脸照片打包 真人素人", "一共6800张,拍下自动发货", Optional.of("39.90 CNY"), Optional.of("zh"))
                .getFirst();

        assertThat(offer.price()).contains(new Price(new BigDecimal("39.90"), "CNY", false, Price.Basis.TOTAL));
        assertThat(offer.pricePerFace()).contains(new BigDecimal("0.005868"));
    }

    @Test
    void doesNotRepeatAnOfferThatTheTitleSaysToo() {
        String words = "人脸图 六千张 12块 拍下秒发网盘";

        assertThat(reader.read(words, words, Optional.empty(), Optional.of("zh"))).hasSize(1);
    }

    @Test
    void leavesOutWhatIsNotSaid() {
        Offer offer = only("戴口罩人脸 真人实拍 一张1毛5 满5万张8折", "zh");

        assertThat(offer.persons()).isEqualTo(OptionalLong.empty());
        assertThat(offer.images()).isEqualTo(OptionalLong.empty());
        assertThat(offer.pricePerFace()).contains(new BigDecimal("0.15"));
    }

    @Test
    void letsAWarningOutweighTheOfferItQuotes() {
        Offer offer = only("警方提醒:有人出一批手持料,正面+反面+手持一套三张,共8600套,整包3010元,不拆", "zh");

        assertThat(offer.label()).isEqualTo(OfferLabel.NEGATIVE);
        assertThat(offer.permitsFaceScan()).isFalse();
        assertThat(offer.reasons()).filteredOn(Reason::supports).extracting(Reason::phrase).contains("警方提醒");
        assertThat(offer.reasons()).filteredOn(r -> !r.supports()).extracting(Reason::phrase).contains("手持料");
    }

    @Test
    void liftsAContextThatTheSellerDenies() {
        assertThat(only("人脸照片 3000张 非AI生成 打包60元", "zh").label()).isEqualTo(OfferLabel.SALE);
        assertThat(only("人脸照片 3000张 AI生成 打包60元", "zh").label()).isEqualTo(OfferLabel.NEGATIVE);
    }

    @Test
    void wantsNounAndPriceNearEachOtherInALongText() {
        String filler = "今天和朋友去爬山,天气很好,山上的风景也不错,我们走了很久才到山顶。".repeat(12);

        assertThat(only("人脸照片 6000张。" + filler + "门票打包12块,网盘秒发。", "zh").label()).isEqualTo(OfferLabel.NEGATIVE);
        assertThat(only(filler + "出一手手持料 6000套 打包900元,网盘秒发。" + filler, "zh").label()).isEqualTo(OfferLabel.SALE);
    }

    @Test
    void saysNothingAboutAnEmptyText() {
        assertThat(only("", "zh").label()).isEqualTo(OfferLabel.NEGATIVE);
        assertThat(only("\n \u200B", "und").reasons()).isEmpty();
    }

    @Test
    void namesTheLexiconFileAndTheKeyItDoesNotKnow(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("zh.yaml"), "- {class: SELL, wieght: 2, terms: [出]}\n");

        assertThatThrownBy(() -> OfferReader.load(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("zh.yaml")
                .hasMessageContaining("wieght");
    }

    @Test
    void refusesAFolderWithoutALexicon(@TempDir Path folder) {
        assertThatThrownBy(() -> OfferReader.load(folder)).isInstanceOf(IOException.class);
    }

    private static Offer only(String text, String language) {
        List<Offer> offers = read(text, language);
        assertThat(offers).hasSize(1);
        return offers.getFirst();
    }

    private static List<Offer> read(String text, String language) {
        return reader.read("", text, Optional.empty(), Optional.of(language));
    }
}
