package org.unlisted.crawl.offer.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.unlisted.crawl.CommittedReader;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.offer.OfferReader;
import org.unlisted.crawl.offer.Price;
import org.unlisted.crawl.offer.Tier;

/** How quantities and prices are said, rule by rule. */
class OfferFiguresTest {
    private static OfferReader reader;

    @BeforeAll
    static void load() throws IOException {
        reader = CommittedReader.get();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "zh|出人脸照片 8000张 10元/百张|0.1|CNY|PER_IMAGE",
        "zh|出人脸照片 3万张 每千张25元|0.025|CNY|PER_IMAGE",
        "en|selling leaked face photos, 90k pics in stock, $3 per 1,000 photos|0.003|USD|PER_IMAGE",
        "vi|Bán ảnh khuôn mặt người thật, 50k / 1.000 tấm, kho 80.000 tấm|50|VND|PER_IMAGE",
        "ru|Продам фото лиц, слив, 40 тыс. фото, 200 руб за 1000 фото|0.2|RUB|PER_IMAGE",
    })
    void reducesPricesPerHundredAndThousandToOne(String language, String text, BigDecimal amount, String currency, Price.Basis basis) {
        Price price = only(text, language).price().orElseThrow();

        assertThat(price.amount()).isEqualByComparingTo(amount);
        assertThat(price.currency()).isEqualTo(currency);
        assertThat(price.basis()).isEqualTo(basis);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "zh|一手手持料 现货2000套 一块五一套|1.5", "zh|一手手持料 现货2000套 两毛半一套|0.25", "zh|一手手持料 2000套 3角5一套|0.35", "zh|一手手持料 2000套 五分钱一套|0.05",
        "zh|一手手持料 2000套 每套廿块|20", "zh|一手手持料 2000套 每套3元5角|3.5", "zh|一手手持料 2000套 0.5r一套|0.5", "zh|一手手持料 2000套 2米一套|2",
    })
    void readsSmallChange(String language, String text, BigDecimal amount) {
        assertThat(only(text, language).price().orElseThrow().amount()).isEqualByComparingTo(amount);
    }

    @Test
    void takesTheFirstPriceAndKeepsTheOthersAsTiers() {
        Offer offer = only("Selling selfie+ID packs, 1,200 people (front/back/selfie), $4.50 each or $3,600 for the lot. Escrow ok.", "en");

        assertThat(offer.price()).contains(new Price(new BigDecimal("4.50"), "USD", false, Price.Basis.PER_PERSON));
        assertThat(offer.tiers()).singleElement().satisfies(t -> {
            assertThat(t.min()).isEqualTo(1200);
            assertThat(t.unitPrice()).isEqualByComparingTo("3");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "zh|戴口罩人脸 真人实拍 一张1毛5 满5万张8折|50000|0.12",
        "zh|动态过脸视频 25一条 10条起 10条220|10|22",
        "ru|Продам сканы паспортов с селфи, 500 комплектов, 120 р/шт, опт от 100 — 90 р|100|90",
        "vi|Bán ảnh CCCD 2 mặt + selfie cầm thẻ, 2.000 bộ, 1.500đ/bộ, lấy hết còn 2tr4|2000|1200",
        "zh|出手持料 3000套 每套6毛 1000套以上每套5毛|1000|0.5",
        "en|selling id + selfie sets, 800 people, $2 per set, from 200 sets $1.50|200|1.5",
    })
    void readsLotsAndVolumePrices(String language, String text, long min, BigDecimal unit) {
        assertThat(only(text, language).tiers()).anySatisfy(t -> {
            assertThat(t.min()).isEqualTo(min);
            assertThat(t.unitPrice()).isEqualByComparingTo(unit);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "zh|出手持料 每套2元 100套起", "zh|出手持料 最少50套 每套2元", "en|selling selfie with id, fresh, $3 per set, min order 50 sets",
        "vi|Bán ảnh selfie cầm CCCD, 3k/bộ, tối thiểu 100 bộ", "ru|Продам селфи с паспортом, 150 руб за комплект, минимум 20 комплектов",
    })
    void doesNotTakeASmallestOrderForStock(String language, String text) {
        Offer offer = only(text, language);

        assertThat(offer.persons()).isEmpty();
        assertThat(offer.images()).isEmpty();
        assertThat(offer.price().orElseThrow().basis()).isEqualTo(Price.Basis.PER_PERSON);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "zh|一手手持料 1500套 打包900 大小2.3GB|1500|900", "zh|出手持料 1500套 打包900元 18-45岁 2026年3月的|1500|900",
        "zh|出手持料 1500套 打包900元 加qq 123456789|1500|900", "en|selling 1500 leaked selfies with id sets, 12 GB, $900 for all, since 2019|1500|900",
        "zh|出手持料 已售5000套 现货1500套 打包900元 定金100|1500|900",
    })
    void leavesOutSizesAgesDatesTelephonesAndDeposits(String language, String text, long persons, BigDecimal total) {
        Offer offer = only(text, language);

        assertThat(offer.persons()).hasValue(persons);
        assertThat(offer.price().orElseThrow().amount()).isEqualByComparingTo(total);
    }

    @Test
    void takesASumBelowOneYuanForThePriceOfOne() {
        Price price = only("一手手持料 带正反面 八千套 五毛", "zh").price().orElseThrow();

        assertThat(price.basis()).isEqualTo(Price.Basis.PER_PERSON);
    }

    @Test
    void readsEachLineOfAPriceListAsAnOffer() {
        List<Offer> offers = reader.read(
                "",
                "低价出一手料\n手持身份证 2000套 1元/套\n身份证正反面 5000份 0.3元/份\n人脸照片 3万张 打包200元",
                Optional.empty(),
                Optional.of("zh"));

        assertThat(offers).extracting(Offer::kind).containsExactly("HANDHELD_ID_SET", "ID_SCAN", "FACE_PHOTO");
        assertThat(offers).extracting(o -> o.price().orElseThrow().amount().stripTrailingZeros().toPlainString())
                .containsExactly("1", "0.3", "200");
    }

    @Test
    void countsThePicturesOfOnePerson() {
        assertThat(only("出会员自拍照 一手料 500人 每人4张 打包300元", "zh").images()).hasValue(2000);
        assertThat(only("selling passport scans + selfie, never used, 350 people, $3 per person", "en").images()).hasValue(700);
        assertThat(only("出手持身份证 一手料 400套 打包300元", "zh").images()).hasValue(1200);
    }

    @Test
    void refusesATierOfNothing() {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException().isThrownBy(() -> new Tier(0, BigDecimal.ONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru|Продам фото лиц с проходной, слив, на диске 60 000 кадров, 250р за тысячу кадров|0.25|PER_IMAGE",
        "en|selling leaked face photos, real people, $3 per hundred photos, I hold 22,000 photos|0.03|PER_IMAGE",
        "en|selling KYC selfies with ID, front/back, 500 ppl, $3 p/p|3|PER_PERSON",
        "ru|Продам сканы паспортов с селфи, слив, 450 к-тов, 70 р/к-т|70|PER_PERSON",
        "vi|Thanh lý 80 clip quay mặt thật trái phải, 15k/clip|15000|PER_PERSON",
        "vi|Bán bộ CCCD 2 mặt + selfie cầm thẻ, 75 bộ, mười nghìn một bộ|10000|PER_PERSON",
        "ru|Продам фото лиц, слив, 9 600 фото. 25 копеек фото|0.25|PER_IMAGE",
        "zh|出手持料 正反+手持 2600套 0.05个比特币打包|0.05|TOTAL",
    })
    void findsTheUnitOfAPrice(String language, String text, BigDecimal amount, Price.Basis basis) {
        Price price = only(text, language).price().orElseThrow();

        assertThat(price.amount()).isEqualByComparingTo(amount);
        assertThat(price.basis()).isEqualTo(basis);
    }

    @Test
    void takesTheUnitOfThePriceField() {
        Offer offer = reader.read("实名料 手持 现货", "正反手持三张齐，余货855套", Optional.of("20.00元/套"), Optional.of("zh")).getFirst();

        assertThat(offer.price()).contains(new Price(new BigDecimal("20.00"), "CNY", false, Price.Basis.PER_PERSON));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "zh|素人正脸生活照分包卖:;小包 800张 24元;中包 3000张 80元;大包 1w张 220元|800|24|3",
        "ru|Пакет / Фото лиц / Цена;Мини / 2 000 шт / 150 ₽;Стандарт / 10 000 шт / 600 ₽;Макси / 50 000 шт / 2 500 ₽|2000|150|3",
        "en|selling leaked face pics, real people;face pics 2000 = $10;face pics 10000 = $40;face pics 50000 = $150|2000|10|3",
    })
    void readsALadderOfPackagesAsOneOffer(String language, String lines, long images, BigDecimal amount, int tiers) {
        Offer offer = only(lines.replace(';', '\n').replace(" / ", " | "), language);

        assertThat(offer.images()).hasValue(images);
        assertThat(offer.price().orElseThrow().amount()).isEqualByComparingTo(amount);
        assertThat(offer.tiers()).hasSize(tiers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en|1. yes available;2. selfie + ID card, front/back of real people;3. how many -> 730 ppl;4. how much -> 1.3 ltc for the lot|730|1.3",
        "ru|1. да, в наличии;2. паспорт с пропиской и селфи владельца, слив;3. сколько: 680 чел;4. почём: 61 тыс. 200 руб за всё|680|61200",
    })
    void takesTheNumbersOfAListForNeither(String language, String lines, long persons, BigDecimal amount) {
        Offer offer = only(lines.replace(';', '\n'), language);

        assertThat(offer.persons()).hasValue(persons);
        assertThat(offer.price().orElseThrow().amount()).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "zh|手持料 正反手持 送数据线3米 800套 500元打包|500", "zh|人脸照片 5000张 质量90分 200元打包|200", "en|selling 500 leaked selfies + 3D masks, $20 for all|20",
        "en|got 5000 leaked face photos 4 u, $20 for all|20", "ru|Продам 500 слитых селфи, 10 евро за всё|10",
    })
    void takesMetresPointsAndDimensionsForNoSum(String language, String text, BigDecimal amount) {
        assertThat(only(text, language).price().orElseThrow().amount()).isEqualByComparingTo(amount);
    }

    /** What an earlier reader made of these: 500 for each, 35 people, the deposit, one fen, 3 000 pictures fewer or more. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "zh|出身份证正反 三十一套 500元 一手|62|500", "zh|人脸照片 5000张 打包200元 35人想要|5000|200", "zh|定金¥50,人脸照片5000张 全要300元|5000|300",
        "zh|一分钱一分货,人脸照片5000张 200元打包|5000|200", "zh|人脸照片 3万零五百张 200元|30500|200", "zh|出手持 1 2 0 0套 200元|3600|200",
        "en|selling 1½k selfies, real people, $20|1500|20", "en|selling leaked selfies rs. 500, 300 pics|300|500",
        "ru|продам 3 тыщи фото лиц, 500 руб|3000|500", "ru|продам 1 млн 200 тыс фото лиц, слив, 100 юаней|1200000|100",
    })
    void readsNumbersWhole(String language, String text, long images, BigDecimal amount) {
        Offer offer = only(text, language);

        assertThat(offer.images()).hasValue(images);
        assertThat(offer.price().orElseThrow().amount()).isEqualByComparingTo(amount);
        assertThat(offer.price().orElseThrow().basis()).isEqualTo(Price.Basis.TOTAL);
    }

    private static Offer only(String text, String language) {
        List<Offer> offers = reader.read("", text, Optional.empty(), Optional.of(language));
        assertThat(offers).as(text).hasSize(1);
        assertThat(offers.getFirst().permitsFaceScan()).as(text).isTrue();
        return offers.getFirst();
    }
}
