package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PhraseTrieTest {

    private record Place(int start, int end, int value) {}

    @Test
    void findsAPhraseInsideAnother() {
        assertThat(found("四件套餐", "件套", "四件套", "套餐")).containsExactlyInAnyOrder(new Place(0, 3, 1), new Place(1, 3, 0), new Place(2, 4, 2));
    }

    @Test
    void findsWordsOnlyWhereAWordBegins() {
        assertThat(found("selfie-selfies myselfie", "selfie")).containsExactly(new Place(0, 6, 0), new Place(7, 13, 0));
        assertThat(found("出selfie", "selfie")).containsExactly(new Place(1, 7, 0));
    }

    @Test
    void tellsAllThatWasSaidOfOnePhrase() {
        assertThat(found("套", "套", "套")).containsExactly(new Place(0, 1, 0), new Place(0, 1, 1));
    }

    @Test
    void tellsAValueOnceThatWasSaidTwice() {
        PhraseTrieBuilder builder = new PhraseTrieBuilder();
        builder.put("套", 7);
        builder.put("套", 7);

        assertThat(places(builder.build(), "套")).containsExactly(new Place(0, 1, 7));
    }

    /** A hundred endings behind a hundred beginnings: the endings are there once. */
    @Test
    void keepsSubtreesThatAreAlikeOnce() {
        PhraseTrieBuilder builder = new PhraseTrieBuilder();
        for (int begin = 0; begin < 100; begin++)
            for (int end = 0; end < 100; end++) builder.put("" + (char) ('一' + begin) + (char) ('人' + end) + "照片", 1);

        assertThat(builder.build().nodes().lists()).as("the empty phrase, a beginning, an ending, 照, 片, and the node that nothing leads to").hasSize(6);
    }

    @Test
    void findsNothingWhereThereIsNoPhrase() {
        assertThat(places(new PhraseTrieBuilder().build(), "套")).isEmpty();
    }

    @Test
    void findsEachOfAHundredThousandPhrases() {
        PhraseTrieBuilder builder = new PhraseTrieBuilder();
        for (int i = 0; i < 100_000; i++) builder.put(phrase(i), i);
        PhraseTrie trie = builder.build();

        for (int i = 0; i < 100_000; i += 997) {
            int value = i;
            List<Place> places = places(trie, phrase(i));
            assertThat(places).contains(new Place(0, phrase(i).length(), value));
        }
    }

    /** The oracle looks for each phrase at each place. */
    @Property
    void findsWhatALookAtEachPlaceFinds(@ForAll("phrases") List<String> phrases, @ForAll("texts") String text) {
        List<Place> expected = new ArrayList<>();
        for (int value = 0; value < phrases.size(); value++)
            for (int at = 0; at < text.length(); at++)
                if (text.startsWith(phrases.get(value), at) && !insideWord(text, at)) expected.add(new Place(at, at + phrases.get(value).length(), value));

        assertThat(found(text, phrases.toArray(String[]::new))).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static boolean insideWord(String text, int at) {
        return at > 0 && isLatin(text.charAt(at)) && isLatin(text.charAt(at - 1));
    }

    private static boolean isLatin(char c) {
        return c == 'a' || c == 'b';
    }

    /** Two Han characters and a letter, different for each number. */
    private static String phrase(int i) {
        return "" + (char) ('一' + i % 1_000) + (char) ('一' + i / 1_000) + (char) ('a' + i % 26);
    }

    private static List<Place> found(String text, String... phrases) {
        PhraseTrieBuilder builder = new PhraseTrieBuilder();
        for (int i = 0; i < phrases.length; i++) builder.put(phrases[i], i);
        return places(builder.build(), text);
    }

    private static List<Place> places(PhraseTrie trie, String text) {
        List<Place> places = new ArrayList<>();
        trie.find(text, (start, end, value) -> places.add(new Place(start, end, value)));
        return places;
    }

    @Provide
    Arbitrary<List<String>> phrases() {
        return Arbitraries.strings().withChars('人', '脸', 'a', 'b', ' ').ofMinLength(1).ofMaxLength(4).list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars('人', '脸', 'a', 'b', ' ', '5').ofMaxLength(20);
    }
}
