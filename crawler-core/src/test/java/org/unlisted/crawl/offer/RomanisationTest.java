package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RomanisationTest {
    private static final Transliterator ICU = Transliterator.getInstance("Russian-Latin/BGN");
    private static final Pattern SIGNS = Pattern.compile("[’ʹʺ'\"·]");

    /** ICU is the oracle, for words that there are; it has rules of its own for letters that no word has side by side. */
    @Test
    void writesEveryPhraseOfTheLexiconAsIcuDoes() throws IOException {
        String lexicon = Files.readString(Path.of("../config/lexicon/ru.yaml")).toLowerCase(Locale.ROOT);
        Set<String> phrases = Arrays.stream(lexicon.split("[^а-яё -]+", -1)).filter(p -> !p.isBlank()).collect(Collectors.toSet());

        assertThat(phrases).hasSizeGreaterThan(5_000).allSatisfy(phrase -> assertThat(Romanisation.of(phrase)).isEqualTo(icu(phrase)));
    }

    @ParameterizedTest
    @CsvSource({"елена, yelena", "моё, moyë", "подъезд, podyezd", "щётка, shchëtka", "люди с паспортом, lyudi s pasportom", "kyc 5 фото, kyc 5 foto"})
    void spellsByTheRules(String russian, String latin) {
        assertThat(Romanisation.of(russian)).isEqualTo(latin);
    }

    private static String icu(String phrase) {
        return SIGNS.matcher(ICU.transliterate(phrase).toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
