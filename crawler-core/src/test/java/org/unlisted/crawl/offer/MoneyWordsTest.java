package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "5块|5", "5块钱|5", "5元|5", "5 元|5", "5圆|5", "两块五|2.5", "3块5|3.5", "3块5毛|3.5", "3元5角|3.5", "三块半|3.5", "5毛|0.5", "5毛钱|0.5", "1毛5|0.15", "5角|0.5", "5分|0.05",
        "5分钱|0.05", "8厘|0.008", "200米|200", "2 米|2", "200r|200", "200 r|200", "200rmb|200", "200 cny|200", "200人民币|200", "¥200|200", "￥200|200", "200¥|200", "rmb200|200", "人民币200|200",
        "200大洋|200", "两百块|200", "1.2w元|12000",
    })
    void readsYuanInEveryChange(String text, BigDecimal amount) {
        assertSum(text, "zh", amount, "CNY");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0.6U|0.6|USDT", "0.6 usdt|0.6|USDT", "5u币|5|USDT", "usdt 5|5|USDT", "10油|10|USDT", "10刀|10|USD", "10 刀|10|USD", "10美刀|10|USD", "10美金|10|USD", "10美元|10|USD", "$10|10|USD", "10$|10|USD",
        "$10 usd|10|USD", "us$10|10|USD", "usd10|10|USD", "10 usd|10|USD", "10 dollars|10|USD", "10 bucks|10|USD", "50 cents|0.5|USD", "50¢|0.5|USD", "10 баксов|10|USD", "10 долларов|10|USD",
        "€10|10|EUR", "10€|10|EUR", "10 euro|10|EUR", "10 eur|10|EUR", "10欧元|10|EUR", "£10|10|GBP", "10 quid|10|GBP", "10 pounds|10|GBP", "20p each at least|0.2|GBP", "10英镑|10|GBP",
        "0.01 btc|0.01|BTC", "0.01比特币|0.01|BTC", "₿0.01|0.01|BTC", "0.5 eth|0.5|ETH", "2 xmr|2|XMR", "2 ltc|2|LTC", "50 trx|50|TRX", "nt$300|300|TWD", "300台币|300|TWD", "hk$300|300|HKD", "300港币|300|HKD",
        "₹500|500|INR", "rs 500|500|INR", "500 rupees|500|INR", "r$50|50|BRL", "₱500|500|PHP", "500 baht|500|THB", "500泰铢|500|THB", "500 ringgit|500|MYR", "rm50|50|MYR", "500 тенге|500|KZT",
        "500 грн|500|UAH", "50 zł|50|PLN", "50 aed|50|AED", "₦5000|5000|NGN", "5000日元|5000|JPY", "5000韩元|5000|KRW", "50 chf|50|CHF", "50 sgd|50|SGD", "50 czk|50|CZK",
    })
    void readsOtherCurrenciesBeforeAndBehindTheNumber(String text, BigDecimal amount, String currency) {
        assertSum(text, "en", amount, currency);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "500₽|500", "₽500|500", "500 р|500", "500р.|500", "500 руб|500", "500 руб.|500", "500 рублей|500", "500 rub|500", "500 r|500", "50 коп|0.5", "50 копеек|0.5", "5 косарей|5000", "7 тыс. руб|7000", "7 т.р.|7000",
        "12 500 ₽|12500", "5 штук рублей|5000",
    })
    void readsRoubles(String text, BigDecimal amount) {
        assertSum(text, "ru", amount, "RUB");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "500.000đ|500000", "500 000 đ|500000", "1.300đ|1300", "500 nghìn đồng|500000", "500k đ|500000", "500.000 vnd|500000", "5 củ|5000000", "2 củ 5|2500000", "2 củ rưỡi|2500000", "5 triệu đồng|5000000",
        "3 lít|300000", "3 xị|300000", "2 chai|2000000", "50 cành|50000", "5 cu|5000000",
    })
    void readsDongInThousandsAndMillions(String text, BigDecimal amount) {
        assertSum(text, "vi", amount, "VND");
    }

    @Test
    void takesKForAThousandPicturesAndForAThousandDongInOneSentence() {
        assertThat(Sample.of("10k tấm giá 500k", "vi").said()).containsExactly("10000 IMAGE", "500000 VND?");
        assertThat(Sample.of("3k bộ, 2tr4", "vi").said()).containsExactly("3000 PERSON", "2400000 VND");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "2米床", "3米长", "1.8米高", "2米宽", "10米线", "180厘米", "5分钟", "90分之一", "5分类", "3块砖", "5块头", "118元素", "2刀具", "8u盘", "90角度", "5毛巾", "10油画", "10欧洲", "10欧美",
        "500 unique", "5 root", "500 documents", "5 donors", "2 cut", "2 chairs", "500 рабочих", "500 рентген", "5 copies", "5 centers", "500 users", "500 races", "2 ethnic", "5 doors", "50 wonders",
    })
    void takesAWordThatOnlyBeginsLikeMoneyForNone(String text) {
        assertThat(sum(text, "zh")).isEmpty();
    }

    @Test
    void takesTheSignOfTheNextSumForNoneOfThisNumber() {
        assertThat(Sample.of("500 $3", "en").said()).containsExactly("500", "3 USD");
        assertThat(Sample.of("500 ₽3", "ru").said()).containsExactly("500", "3 RUB");
    }

    @Test
    void infersTheCurrencyOfALanguageAndOfNoOther() {
        assertThat(MoneyWords.inferred("zh")).contains("CNY");
        assertThat(MoneyWords.inferred("vi")).contains("VND");
        assertThat(MoneyWords.inferred("ru")).contains("RUB");
        assertThat(MoneyWords.inferred("en")).contains("USD");
        assertThat(MoneyWords.inferred("und")).isEmpty();
    }

    private static void assertSum(String text, String language, BigDecimal amount, String currency) {
        assertThat(sum(text, language)).get().satisfies(m -> {
            assertThat(m.value()).isEqualByComparingTo(amount);
            assertThat(m.currency()).isEqualTo(currency);
        });
    }

    /** What a currency beside it makes of the first number. */
    private static Optional<Figure.Money> sum(String typed, String language) {
        Sample sample = Sample.of(typed, language);
        NamedSums sums = new NamedSums(sample.text(), language);
        return sums.behindSign(sample.number()).or(() -> sums.beforeWord(sample.number())).map(Figure.Money.class::cast);
    }
}
