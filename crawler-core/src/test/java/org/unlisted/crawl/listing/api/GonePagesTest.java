package org.unlisted.crawl.listing.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.crawl.listing.Extraction;
import org.unlisted.crawl.listing.ListingExtractor;

/** Pages that answer as if all were well, and say that the item is no longer on offer; by the words in config. */
class GonePagesTest {
    private static final URI URL = URI.create("https://market.example/item/778812");
    private final ListingExtractor extractor = ListingExtractor.load(Path.of("../config/sites"));

    GonePagesTest() throws IOException {}

    private Extraction read(String body) {
        String html = "<html><head><title>市场</title></head><body>" + body + "</body></html>";
        return extractor.read(URL, html.getBytes(UTF_8), Optional.of("text/html; charset=utf-8")).extraction();
    }

    private Extraction item(String fields, String shown) {
        return read("<div id=app>" + shown + "</div><script>window.__INITIAL_STATE__ = {\"item\":{\"itemId\":\"778812\","
                + "\"title\":\"真人手持身份证一批\",\"desc\":\"手持正反面一套三张,共8600套,打包出售\",\"price\":\"0.5\"," + fields + "},"
                + "\"recommend\":[{\"itemId\":\"1\",\"title\":\"床单\",\"price\":\"9\",\"itemStatusStr\":\"已下架\"}]}</script>");
    }

    private Extraction linked(String availability, String image) {
        return read("<h1>手持身份证</h1><script type=application/ld+json>{\"@context\":\"https://schema.org\",\"@type\":\"Product\","
                + "\"name\":\"手持身份证 8600套\",\"description\":\"手持正反面一套三张,打包出售\"," + image
                + "\"offers\":{\"@type\":\"Offer\",\"price\":\"0.5\",\"priceCurrency\":\"CNY\",\"availability\":\"" + availability
                + "\"}}</script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"宝贝已下架", "卖掉了！", "已售罄", "Tin đã ẩn", "ĐÃ BÁN", "Снято с продажи", "Товар продан.", "Sold out", "Listing ended"})
    void knowsWhatIsLeftOfAnItemByALineOfItsOwn(String words) {
        assertThat(read("<header><a href=/>首页</a></header><main><h1>市场</h1><p>" + words + "</p></main>"))
                .isInstanceOf(Extraction.Gone.class);
    }

    @Test
    void takesAnIndexThatLinksToOneForAnIndex() {
        assertThat(read("<main><h2>最新发布</h2><ul><li><a href=/item-1>床单</a></li><li><a href=/item-2>绝版胶片机(已下架)</a></li></ul></main>"))
                .isInstanceOf(Extraction.NotAListing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<h1>人脸照片打包</h1><p>宝贝已下架</p><p>五千张高清自拍, 微信联系</p><img src=/1.jpg width=600 height=800>",
        "<h1>人脸照片打包</h1><p>已售出</p><p>还有 600 套手持, 0.5元一套</p>",
        "<h1>Bộ ảnh khuôn mặt</h1><p>Mẫu cũ đã bán nhưng còn bộ mới, ai cần nhắn tin cho mình nhé</p><b class=price>50.000 đ</b>",
        "<h1>Селфи с паспортом</h1><p>Первая партия продана</p><p>Осталась вторая, 3000 комплектов</p>",
        "<h1>Selfies with ID</h1><p>Not sold out yet: the whole set is here, write to me, verified sellers only, bulk orders welcome</p>"
    })
    void keepsAnOfferThatMerelySpeaksOfIt(String body) {
        assertThat(read("<main>" + body + "</main>")).isInstanceOf(Extraction.Found.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"itemStatusStr\":\"已下架\",\"images\":[\"/a.jpg\"]', Gone", "'\"status\":\"OFF_SHELF\"', Gone",
        "'\"status\":\"sold\"', Gone", "'\"status\":\"sold\",\"images\":[\"/a.jpg\"]', Found",
        "'\"status\":\"active\"', Found", "'\"status\":1', Found"
    })
    void believesTheItemsOwnStateAndNotThatOfOthers(String fields, String outcome) {
        assertThat(item(fields, "").getClass().getSimpleName()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "https://schema.org/Discontinued, '\"image\":\"/a.jpg\",', Gone", "SoldOut, '', Gone",
        "http://schema.org/SoldOut, '\"image\":\"/a.jpg\",', Found", "https://schema.org/InStock, '', Found"
    })
    void believesLinkedData(String availability, String image, String outcome) {
        assertThat(linked(availability, image).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void namesWhatIsWrongInTheFileOfWords(@TempDir Path dir) throws IOException {
        Files.writeString(dir.resolve("gone.yaml"), "sold: {en: [sold]}\ntaken: {en: [x]}\n");
        assertThatThrownBy(() -> ListingExtractor.load(dir))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("gone.yaml", "unknown key taken");
        Files.writeString(dir.resolve("gone.yaml"), "sold: {en: [sold, 7]}\n");
        assertThatThrownBy(() -> ListingExtractor.load(dir)).hasMessageContainingAll("gone.yaml", "en has something that is no word: 7");
    }
}
