package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GistTest {
    private static final Gist GIST = Voices.gist(Map.of("出售", Voice.SELLER, "记者", Voice.REPORTER, "随便", Voice.ANYBODY));

    @TempDir
    Path empty;

    @Test
    void hearsWhoSpeaks() {
        Map<Voice, Double> odds = GIST.odds("出售人脸", whole("出售人脸"));

        assertThat(odds.get(Voice.SELLER)).isEqualTo(Voices.LOUD);
        assertThat(odds.get(Voice.REPORTER)).isZero();
    }

    @Test
    void measuresEachVoiceAgainstAnybodys() {
        Map<Voice, Double> odds = GIST.odds("随便看看", whole("随便看看"));

        assertThat(odds.get(Voice.ANYBODY)).isZero();
        assertThat(odds.get(Voice.SELLER)).isEqualTo(-Voices.LOUD);
    }

    @Test
    void hearsOnlyThePartItWasGiven() {
        assertThat(GIST.odds("记者 出售", new Span(3, 5)).get(Voice.SELLER)).isEqualTo(Voices.LOUD);
        assertThat(GIST.odds("记者 出售", new Span(3, 5)).get(Voice.REPORTER)).isZero();
    }

    @Test
    void pointsAtTheWordsThatSoundLikeTheSpeaker() {
        assertThat(GIST.loudest("你好 出售 你好", whole("你好 出售 你好"), Voice.SELLER)).contains(new Span(3, 5));
    }

    @Test
    void pointsNowhereWhenNobodySpeaksLikeThat() {
        assertThat(GIST.loudest("你好 记者 你好", whole("你好 记者 你好"), Voice.SELLER)).isEmpty();
        assertThat(GIST.loudest("", whole(""), Voice.SELLER)).isEmpty();
    }

    @Test
    void quotesNoMoreThanALineOfALongText() {
        Span quote = GIST.loudest("出售".repeat(100), new Span(0, 200), Voice.SELLER).orElseThrow();

        assertThat(quote.end() - quote.start()).isBetween(2, 40);
    }

    @Property
    void pointsIntoThePartOnly(@ForAll("texts") String before, @ForAll("texts") String part, @ForAll("texts") String after) {
        Span span = new Span(before.length(), before.length() + part.length());

        Optional<Span> loudest = GIST.loudest(before + part + after, span, Voice.SELLER);

        assertThat(loudest.isPresent()).isEqualTo(part.contains("出售"));
        loudest.ifPresent(s -> {
            assertThat(s.start()).isBetween(span.start(), s.end() - 1);
            assertThat(s.end()).isLessThanOrEqualTo(span.end());
        });
    }

    @Test
    void hearsNothingWithoutItsFile() throws IOException {
        Map<Voice, Double> odds = Gist.load(empty).odds("出售人脸", whole("出售人脸"));

        assertThat(odds).hasSize(Voice.values().length).allSatisfy((voice, o) -> assertThat(o).isZero());
    }

    private static Span whole(String text) {
        return new Span(0, text.length());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("出售", "人", "脸", " ", "5", "ab", "😀").list().ofMaxSize(8).map(l -> String.join("", l));
    }
}
