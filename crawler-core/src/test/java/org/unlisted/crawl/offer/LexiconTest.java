package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "- {class: FACE_PHOTO, terms: [a], colour: red}|colour",
        "- {class: FACE_PHOTOS, terms: [a]}|FACE_PHOTOS",
        "- {class: FACE_PHOTO, weight: 4, terms: [a]}|weight 4",
        "- {class: FACE_PHOTO, weight: 0, terms: [a]}|weight 0",
        "- {terms: [a]}|a class or the name of a set",
        "- {class: SELL, set: VERBS, terms: [a]}|a class or the name of a set",
        "- {class: SELL}|terms",
        "- {class: SELL, terms: ['<VERBS> faces']}|VERBS",
        "- {class: SELL, terms: ['sell (faces']}|open bracket",
        "- {class: SELL, terms: ['~']}|empty term",
        "- {class: SELL, terms: ['*']}|empty term",
        "- {class: VIEW, views: [SIDEWAYS], terms: [a]}|SIDEWAYS",
        "class: SELL|bad.yaml",
        "- [|bad.yaml",
    })
    void namesTheFileAndWhatIsWrongWithIt(String yaml, String wrong) throws IOException {
        Files.writeString(folder.resolve("good.yaml"), "- {class: SELL, terms: [selling]}");
        Files.writeString(folder.resolve("bad.yaml"), yaml);

        assertThatThrownBy(() -> Lexicon.load(folder)).isInstanceOf(IOException.class).hasMessageContaining("bad.yaml").hasMessageContaining(wrong);
    }

    @Test
    void namesAFolderWithoutFiles() {
        assertThatThrownBy(() -> Lexicon.load(folder)).isInstanceOf(IOException.class).hasMessageContaining(folder.toString());
    }

    @Test
    void keepsOfOverlappingTermsTheLongest() throws IOException {
        assertThat(classes("[{class: OTHER_HARM, terms: [四件套]}, {class: FACE_KIT, terms: [件套]}, {class: SELL, terms: [套现]}]", "出四件套现货"))
                .containsExactly(TermClass.OTHER_HARM);
    }

    @Test
    void keepsMarksInsideTerms() throws IOException {
        Lexicon.Findings found = lexicon("[{class: FACE_PHOTO, terms: [人脸]}, {class: UNIT_PERSON, terms: [人]}]").find("人脸", false);

        assertThat(found.hits()).extracting(Hit::termClass).containsExactly(TermClass.FACE_PHOTO);
        assertThat(found.marks().starts()).containsExactly(0);
    }

    @Test
    void knowsEmojiWhereverTheyStandInTheFile() throws IOException {
        String many = "x, ".repeat(4_000);

        assertThat(classes("[{class: ID_SCAN, terms: [" + many + "🪪]}]", "buy 🪪 now")).containsExactly(TermClass.ID_SCAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"face photo", "face-photo", "face_photo", "1 face photo!"})
    void takesAHyphenForASpaceInAPhrase(String text) throws IOException {
        assertThat(classes("[{class: FACE_PHOTO, terms: [face photo]}]", text)).containsExactly(TermClass.FACE_PHOTO);
    }

    @Test
    void findsWholeWordsUnlessTheTermIsOpen() throws IOException {
        assertThat(classes("[{class: FACE_PHOTO, terms: [face]}]", "facelift surface")).isEmpty();
        assertThat(classes("[{class: FACE_PHOTO, terms: ['face*']}]", "facelift surface")).containsExactly(TermClass.FACE_PHOTO);
    }

    @Test
    void findsTheStartOfAClauseWhereItIsAskedFor() throws IOException {
        String sell = "[{class: SELL, terms: [^sell]}]";

        assertThat(classes(sell, "sell faces")).containsExactly(TermClass.SELL);
        assertThat(classes(sell, "hi, sell faces")).containsExactly(TermClass.SELL);
        assertThat(classes(sell, "we never sell faces")).isEmpty();
    }

    @Test
    void knowsVietnameseWithoutItsMarksOnlyInSuchATextWhenThePhraseIsShort() throws IOException {
        Lexicon lexicon = lexicon("[{class: FACE_PHOTO, terms: [ảnh mặt]}]");

        assertThat(lexicon.find("anh mat", true).hits()).hasSize(1);
        assertThat(lexicon.find("anh mat", false).hits()).isEmpty();
        assertThat(lexicon.find("ảnh mặt", false).hits()).hasSize(1);
    }

    private List<TermClass> classes(String yaml, String text) throws IOException {
        return lexicon(yaml).find(text, false).hits().stream().map(Hit::termClass).toList();
    }

    private Lexicon lexicon(String yaml) throws IOException {
        Files.writeString(folder.resolve("words.yaml"), yaml);
        return Lexicon.load(folder);
    }
}
