package org.unlisted.crawl.offer.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.unlisted.crawl.CommittedReader;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.offer.OfferReader;
import org.unlisted.crawl.offer.Reason;

/** What holds for any text: a fuzz run over words, numbers and signs of offers, and over characters of all kinds. */
class OfferReaderPropertyTest {
    private static final OfferReader READER = CommittedReader.get();

    @Property(tries = 3_000)
    void neverThrowsAndPointsIntoTheText(@ForAll("texts") String text, @ForAll("languages") String language) {
        List<Offer> offers = READER.read("", text, Optional.empty(), Optional.of(language));

        assertThat(offers).isNotEmpty();
        for (Offer offer : offers) {
            assertThat(offer.confidence()).isBetween(0.0, 1.0);
            for (Reason reason : offer.reasons())
                assertThat(text.substring(reason.start(), reason.end())).isEqualTo(reason.phrase());
        }
    }

    @Property(tries = 1_000)
    void takesAnythingAsTitleAndPriceField(@ForAll("texts") String title, @ForAll("texts") String price) {
        List<Offer> offers = READER.read(title, "人脸照片 6000张", Optional.of(price), Optional.of("zh"));

        String original = title.isBlank() ? "人脸照片 6000张" : title + "\n人脸照片 6000张";
        for (Offer offer : offers)
            for (Reason reason : offer.reasons())
                assertThat(original.substring(reason.start(), reason.end())).isEqualTo(reason.phrase());
    }

    @Property(tries = 500)
    void readsTheSameTwice(@ForAll("texts") String text) {
        assertThat(READER.read("", text, Optional.empty(), Optional.of("zh")))
                .isEqualTo(READER.read("", text, Optional.empty(), Optional.of("zh")));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "人脸", "手持", "身份证", "正反", "套", "张", "一套", "每套", "打包", "0.5", "1.2w", "六千", "四百五", "3万5", "廿", "块", "毛", "元", "U", "$", "¥", "%", "折",
                "满", "起", "以上", "selfie", "passport", "sets", "per set", "each", "for all", "5,000", "1.500", "2tr4", "18k", "bộ", "đ", "củ", "ảnh mặt", "CCCD",
                "паспорт", "селфи", "комплект", "тыс.", "руб", "за всё", "五六十", "half a million", "nghìn rưỡi", "полторы тысячи", "-", "/", "=", ":", "+", ",", "。", "\n", " ",
                "(", ")", "\"", "1 2 0 0", "2026-01-02", "18-45岁", "\u200B", "💰", "🪪", "🤳", "\uD83D", "\uDE00", "\u0336", "㊣", "①", "9999999999999999999", "0", "0.000", "..", ",,1,1,");
        Arbitrary<String> words = pieces.list().ofMaxSize(24).map(l -> String.join("", l));
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(60);
        return Arbitraries.oneOf(words, words, anything);
    }

    @Provide
    Arbitrary<String> languages() {
        return Arbitraries.of("zh", "en", "vi", "ru", "und", "de", "");
    }
}
