package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberFormsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "8600|zh|8600", "1,200|en|1200", "2.000|vi|2000", "2.000|en|2", "1.2|vi|1.2", "1,5|ru|1.5", "0,005|en|0.005",
        "1.234.567|vi|1234567", "1,234.50|en|1234.5", "1.2w|zh|12000", "3万5|zh|35000", "1万2千|zh|12000", "18k|en|18000",
        "2tr4|vi|2400000", "2k5|vi|2500", "7 тыс.|ru|7000", "20к|ru|20000", "1.5 triệu|vi|1500000",
        "六千|zh|6000", "两万五|zh|25000", "四百五|zh|450", "一百零五|zh|105", "十二|zh|12", "三十|zh|30", "一万二千|zh|12000",
        "两千万|zh|20000000", "一亿两千万|zh|120000000",
        "壹万贰仟|zh|12000", "伍佰|zh|500", "廿|zh|20", "廿五|zh|25", "卅|zh|30", "俩|zh|2", "一万半|zh|15000", "两百五|zh|250", "一千零五十|zh|1050",
        "三万八|zh|38000", "二〇|zh|20", "4 万 2 千|zh|42000", "3.5万|zh|35000", "1万半|zh|15000", "百|zh|100", "1 200|ru|1200", "12 500|ru|12500",
        "2,5 тыс|ru|2500", "1.200|de|1200", "12 млн|ru|12000000", "7 тыс|ru|7000", "7 тысяч|ru|7000", "1.2万|zh|12000", "12.500.000|vi|12500000", "1.234,56|de|1234.56",
        "两|zh|2", "仨|zh|3", "两千|zh|2000", "两百|zh|200", "廿三|zh|23", "卅六|zh|36", "三百廿|zh|320", "一百一|zh|110", "一千一百|zh|1100", "两千三|zh|2300", "一万一|zh|11000", "一千零五|zh|1005",
        "一万零五十|zh|10050", "二〇二六|zh|2026", "叁仟|zh|3000", "陆佰伍拾|zh|650", "柒仟捌佰玖拾|zh|7890", "贰拾万|zh|200000", "壹佰零伍|zh|105", "1万5千|zh|15000", "2 lakh|en|200000", "3 vạn|vi|30000", "1,200.50|en|1200.5", "9 nghìn rưỡi|vi|9500", "2 triệu rưỡi|vi|2500000", "1.5k|en|1500", "1,234,567|en|1234567",
    })
    void readsNumbersAsSellersWriteThem(String written, String language, BigDecimal value) {
        Matcher number = NumberForms.in(written);

        assertThat(number.find()).isTrue();
        assertThat(NumberForms.read(number, language).value()).isEqualByComparingTo(value);
        assertThat(number.end()).isEqualTo(written.length());
    }

    /** ICU spells numbers out by the rules of CLDR, in everyday and in formal numerals. */
    @Property
    void readsEveryNumberThatIcuSpellsOutInChinese(@ForAll @LongRange(min = 1, max = 999_999_999) long number) {
        RuleBasedNumberFormat chinese = new RuleBasedNumberFormat(ULocale.SIMPLIFIED_CHINESE, RuleBasedNumberFormat.SPELLOUT);

        assertThat(NumberForms.han(chinese.format(number))).isEqualByComparingTo(BigDecimal.valueOf(number));
        assertThat(NumberForms.han(chinese.format(number, "%spellout-cardinal-financial"))).isEqualByComparingTo(BigDecimal.valueOf(number));
    }

    @Property
    void readsThousandsGroupedInTheMannerOfTheLanguage(@ForAll @LongRange(min = 1_000, max = 999_999_999_999L) long number) {
        String grouped = NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);

        assertThat(read(grouped, "en")).isEqualByComparingTo(BigDecimal.valueOf(number));
        assertThat(read(grouped.replace(',', '.'), "vi")).isEqualByComparingTo(BigDecimal.valueOf(number));
        assertThat(read(grouped.replace(',', ' '), "ru")).isEqualByComparingTo(BigDecimal.valueOf(number));
    }

    private static BigDecimal read(String written, String language) {
        Matcher number = NumberForms.in(written);
        assertThat(number.matches()).as(written).isTrue();
        return NumberForms.read(number, language).value();
    }
}
