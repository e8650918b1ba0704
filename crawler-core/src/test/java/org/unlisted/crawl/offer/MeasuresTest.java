package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuresTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "2024-05-01", "2024年5月1日", "5月1日", "01.05.2024", "2019-2023", "9:30", "24/7", "18-25岁", "18-45 tuổi", "20-30 лет", "15 gb", "800mb", "30个g", "15 гб", "2 tb",
        "1920x1080", "300 dpi", "1080p", "3天", "2小时", "5分钟", "30 days", "12 months", "3 раза", "5 лет", "2 недели", "50 countries", "99%", "13800138000",
        "定金50", "定金 50元", "deposit 50", "20 previews",
    })
    void countsNothingThatIsMeasured(String text) {
        assertThat(Sample.of(text, "zh").said()).isNotEmpty().containsOnly("aside");
    }

    @Test
    void keepsStockAndPriceBesideASize() {
        assertThat(Sample.of("5000张 15gb 200元", "zh").said()).containsExactly("5000 IMAGE", "aside", "200 CNY");
        assertThat(Sample.of("300 sets, 1920x1080, aged 18-25 years, $3 each", "en").said())
                .containsExactly("300 PERSON", "aside", "aside", "3 USD", "per 1 PIECE");
    }

    @Test
    void takesTheUpperEndOfARangeOfQuantities() {
        assertThat(Sample.of("2000-3000套", "zh").said()).contains("3000 PERSON");
    }

    @Test
    void takesAMillionFacesForNoMetre() {
        assertThat(Sample.of("1.5m faces", "en").said()).containsExactly("1500000 FACE");
    }
}
