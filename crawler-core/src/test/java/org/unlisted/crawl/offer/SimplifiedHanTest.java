package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import org.junit.jupiter.api.Test;

class SimplifiedHanTest {

    @Test
    void simplifiesEveryCharacterOfTheBasicPlaneAsIcuDoes() {
        Transliterator icu = Transliterator.getInstance("Traditional-Simplified");
        char[] table = SimplifiedHan.table();

        for (char c = 0; c < Character.MAX_VALUE; c++) {
            String simple = TextNormalizer.isHan(c) ? icu.transliterate(String.valueOf(c)) : "";
            assertThat(table[c]).as("U+%04X", (int) c).isEqualTo(simple.length() == 1 ? simple.charAt(0) : c);
        }
    }
}
