package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GramsTest {

    @Test
    void countsARunAsOftenAsItStands() {
        assertThat(grams("人脸人脸")).containsEntry("人", 2).containsEntry("脸", 2).containsEntry("人脸", 2).containsEntry("脸人", 1)
                .containsEntry("人脸人脸", 1);
    }

    @Test
    void beginsAndEndsLikeAWord() {
        assertThat(grams("kyc")).containsOnlyKeys(" k", "ky", "yc", "c ", " ky", "kyc", "yc ", " kyc", "kyc ");
    }

    @Test
    void learnsNoFigures() {
        assertThat(grams("出500套")).isEqualTo(grams("出73210套"));
    }

    @Test
    void takesALineBreakForASpaceAndManyGapsForOne() {
        assertThat(grams("a\nb")).isEqualTo(grams("a b"));
        assertThat(grams("a \n\n b")).isEqualTo(grams("a b"));
    }

    @Test
    void countsASingleCharacterInHanAlone() {
        assertThat(grams("脸 f")).containsKey("脸").doesNotContainKeys("f", " ");
    }

    @Test
    void keepsEveryRunOfALongText() {
        StringBuilder text = new StringBuilder();
        for (char c = '一'; c < '一' + 3_000; c++) text.append(c);

        assertThat(grams(text.toString()).entrySet().stream().filter(e -> e.getKey().length() == 1 && e.getValue() == 1)).hasSize(3_000);
    }

    @Test
    void hearsOnlyThePartItWasGiven() {
        Map<String, Integer> part = new HashMap<>();
        Grams.of("出售人脸", 2, 4).forEach((key, count) -> part.put(Grams.show(key), count));

        assertThat(part).isEqualTo(grams("人脸"));
    }

    @Test
    void refusesARunThatIsEmptyOrTooLong() {
        assertThatThrownBy(() -> Grams.key("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Grams.key("faces")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("faces");
    }

    @Property
    void showsWhatAKeyWasMadeOf(@ForAll("runs") String run) {
        assertThat(Grams.show(Grams.key(run))).isEqualTo(run);
    }

    @Property
    void neverCutsAnEmojiInHalf(@ForAll("texts") String text) {
        for (String gram : grams(text).keySet()) {
            assertThat(Character.isLowSurrogate(gram.charAt(0))).isFalse();
            assertThat(Character.isHighSurrogate(gram.charAt(gram.length() - 1))).isFalse();
        }
    }

    @Property
    void findsAPlaceForEachTimeARunStands(@ForAll("texts") String text) {
        Map<String, Integer> placed = new HashMap<>();
        Grams.of(text, 0, text.length()).forEachPlace((key, start, end) -> {
            assertThat(start).isBetween(0, end - 1);
            assertThat(end).isLessThanOrEqualTo(text.length());
            placed.merge(Grams.show(key), 1, Integer::sum);
        });

        assertThat(placed).isEqualTo(grams(text));
    }

    private static Map<String, Integer> grams(String text) {
        Map<String, Integer> counts = new HashMap<>();
        Grams.of(text, 0, text.length()).forEach((key, count) -> counts.put(Grams.show(key), count));
        return counts;
    }

    @Provide
    Arbitrary<String> runs() {
        return Arbitraries.strings().withCharRange('\u0001', '\uFFFF').ofMinLength(1).ofMaxLength(Grams.LONGEST);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of("人", "脸", "出", " ", "\n", "5", "00", "kyc", "é", "😀", "🪪", "\uD83D", "\uDE00", ",");
        Arbitrary<String> typed = Arbitraries.oneOf(pieces.list().ofMaxSize(30).map(l -> String.join("", l)), Arbitraries.strings().all().ofMaxLength(40));
        return typed.map(t -> new TextNormalizer().normalize(t).text());
    }
}
