package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** ICU is the oracle. */
class RomanisationTest {
    private static final Transliterator ICU = Transliterator.getInstance("Russian-Latin/BGN");

    @Property
    void writesTheLettersThatIcuWrites(@ForAll("phrases") String phrase) {
        String signs = "[’ʹʺ'\"·]";

        assertThat(Romanisation.of(phrase)).isEqualTo(ICU.transliterate(phrase).toLowerCase(Locale.ROOT).replaceAll(signs, ""));
    }

    @Provide
    Arbitrary<String> phrases() {
        // Behind э, where no word has one, ICU writes е now as e and now as ye.
        return Arbitraries.strings().withCharRange('а', 'я').withChars('ё', ' ', '-', '1').ofMaxLength(30)
                .map(p -> p.replace('э', 'ы'));
    }
}
