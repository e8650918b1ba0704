package org.unlisted.crawl.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ¥0.50; zh; 0.50; CNY
            ￥12; zh; 12; CNY
            99元; zh; 99; CNY
            1.5万元; zh; 15000; CNY
            50元/套; zh; 50; CNY
            RMB 3,000; en; 3000; CNY
            1.500.000 đ; vi; 1500000; VND
            350.000₫; vi; 350000; VND
            35k VND; vi; 35000; VND
            2 triệu đồng; vi; 2000000; VND
            1 200 ₽; ru; 1200; RUB
            1 200,50 руб.; ru; 1200.50; RUB
            1.200 руб; ru; 1200; RUB
            15 тыс. руб; ru; 15000; RUB
            500 р.; ru; 500; RUB
            $1,150.00; en; 1150.00; USD
            US $12.5; en; 12.5; USD
            1.150,00 €; de; 1150.00; EUR
            45 USDT; en; 45; USDT
            0.015 BTC; en; 0.015; BTC
            NT$300; zh; 300; TWD
            £9; en; 9; GBP
            2tr5 VND; vi; 2500000; VND
            1k5; vi; 1500;
            1tr250 đ; vi; 1250000; VND
            1,5; ru; 1.5;
            12; en; 12;
            """)
    void areReadByTheHabitsOfTheirCurrency(String shown, String language, BigDecimal amount, String currency) {
        AskedPrice price = Prices.shown(shown, language);

        assertThat(price.amount().orElseThrow()).isEqualByComparingTo(amount);
        assertThat(price.currency()).isEqualTo(Optional.ofNullable(currency));
        assertThat(price.displayed()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"面议", "Miễn phí", "по договорённости", "free"})
    void withoutANumberHaveNoAmount(String shown) {
        assertThat(Prices.shown(shown, "en").amount()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1500000, VND, 1500000, VND", "0.80, CNY, 0.80, CNY", "1.500.000, VND, 1500000, VND", "12, ¥, 12, CNY", "3, '', 3, "})
    void ofMarkupTakeTheirCurrencyFromIt(String amount, String currency, BigDecimal value, String code) {
        AskedPrice price = Prices.marked(amount, currency, "en");

        assertThat(price.amount().orElseThrow()).isEqualByComparingTo(value);
        assertThat(price.currency()).isEqualTo(Optional.ofNullable(code));
    }
}
