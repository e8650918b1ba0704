package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconCacheTest {
    // Enough phrases to be kept.
    private static final String MANY =
            IntStream.range(0, 3_000).mapToObj(i -> Integer.toString(i * 0x9E3779B1, 36).replace("-", "x")).collect(Collectors.joining(", "));
    private static final List<String> TEXTS =
            List.of("出四件套现货", "满50套, 5元一张照片", "anh mat gia re", "ảnh mặt giá rẻ", "sell faces", "we never sell faces", "facelift and selfies", "продам базу лиц, prodam bazu lits");

    @TempDir
    Path folder;

    private Path lexicon;
    private Path cache;

    @BeforeEach
    void writeALexicon() throws IOException {
        lexicon = Files.createDirectory(folder.resolve("lexicon"));
        cache = folder.resolve("caches/lexicon");
        write("FACE_PHOTO");
    }

    @Test
    void findsTheSameInWhatWasKept() throws IOException {
        Lexicon made = Lexicon.load(lexicon, cache);
        assertThat(new LexiconFile(kept(), key()).find()).isPresent();
        Lexicon again = Lexicon.load(lexicon, cache);

        for (String text : TEXTS)
            for (boolean toneless : new boolean[] {false, true}) {
                assertThat(again.find(text, toneless).hits()).isEqualTo(made.find(text, toneless).hits());
                assertThat(again.find(text, toneless).marks().starts()).isEqualTo(made.find(text, toneless).marks().starts());
            }
        assertThat(again.find("满50套 faces, 四件套", true).hits()).hasSizeGreaterThan(2);
    }

    @Test
    void takesNothingThatWasKeptOfOtherWords() throws IOException {
        Lexicon.load(lexicon, cache);
        write("GOODS");

        assertThat(Lexicon.load(lexicon, cache).find("faces", false).hits()).extracting(Hit::termClass).containsExactly(TermClass.GOODS);
        assertThat(Lexicon.load(lexicon, cache).find("faces", false).hits()).extracting(Hit::termClass).containsExactly(TermClass.GOODS);
    }

    @Test
    void readsTheWordsWhereWhatWasKeptIsDamaged() throws IOException {
        Lexicon.load(lexicon, cache);
        byte[] bytes = Files.readAllBytes(kept());
        for (int length : new int[] {0, 7, 20, bytes.length / 2, bytes.length - 1}) {
            Files.write(kept(), Arrays.copyOf(bytes, length));
            assertThat(new LexiconFile(kept(), key()).find()).as("of %d bytes", length).isEmpty();
        }
        bytes[bytes.length / 2] ^= 1;
        Files.write(kept(), bytes);
        assertThat(new LexiconFile(kept(), key()).find()).isEmpty();

        assertThat(Lexicon.load(lexicon, cache).find("faces", false).hits()).hasSize(1);
        assertThat(new LexiconFile(kept(), key()).find()).as("mended").isPresent();
    }

    @Test
    void readsTheWordsWhereNothingCanBeKept() throws IOException {
        Files.createDirectories(folder.resolve("caches"));
        Files.writeString(cache, "a file where the folder should be");

        assertThat(Lexicon.load(lexicon, cache).find("faces", false).hits()).hasSize(1);
    }

    @Test
    void keepsNothingOfASmallLexicon() throws IOException {
        Files.writeString(lexicon.resolve("words.yaml"), "- {class: SELL, terms: [selling]}");

        assertThat(Lexicon.load(lexicon, cache).find("selling", false).hits()).hasSize(1);
        assertThat(cache).doesNotExist();
    }

    private void write(String classOfFaces) throws IOException {
        Files.writeString(lexicon.resolve("words.yaml"), """
                - {class: %s, weight: 2, terms: [face(s), 'selfie*', ảnh mặt]}
                - {class: SELL, weight: 3, terms: [^sell, 出, продам базу]}
                - {class: FACE_KIT, views: [FRONT, HELD], terms: ['#件套', '满#套', '元~照片']}
                - {class: UNIT_IMAGE, terms: [张, 照片]}
                - {class: GOODS, terms: [%s]}
                """.formatted(classOfFaces, MANY));
    }

    private long key() throws IOException {
        return new LexiconSources(lexicon).key();
    }

    private Path kept() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            Optional<Path> only = files.reduce((a, b) -> {
                throw new AssertionError("more than one file: " + a + ", " + b);
            });
            return only.orElseThrow();
        }
    }
}
