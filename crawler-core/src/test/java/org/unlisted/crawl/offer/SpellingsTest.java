package org.unlisted.crawl.offer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"人脸", "selfie", "cccd", "лиц", "🪪"})
    void hasNoOtherSpellingOfHanLatinAndShortWords(String phrase) {
        assertThat(Spellings.of(phrase)).containsExactly(new Spellings.Spelling(phrase, false));
    }

    @Test
    void leavesTheMarksOffVietnamese() {
        assertThat(Spellings.of("ảnh mặt")).containsExactly(new Spellings.Spelling("ảnh mặt", false), new Spellings.Spelling("anh mat", true));
        assertThat(Spellings.of("đầy đủ")).contains(new Spellings.Spelling("day du", true));
    }

    @Test
    void takesALongPhraseWithoutMarksForVietnameseAnywhere() {
        assertThat(Spellings.of("ảnh chân dung")).contains(new Spellings.Spelling("anh chan dung", false));
    }

    @ParameterizedTest
    @CsvSource({"паспорт, pasport", "селфи, selfi", "фото, foto", "документы, dokumenty", "продам базу, prodam bazu"})
    void writesRussianInLatinLetters(String phrase, String latin) {
        assertThat(Spellings.of(phrase)).startsWith(new Spellings.Spelling(phrase, false)).contains(new Spellings.Spelling(latin, false));
    }

    @Test
    void takesAllMarksOffAWord() {
        assertThat(Spellings.toneless("Đặt cọc trước, sỉ lẻ đủ cả")).isEqualTo("Dat coc truoc, si le du ca");
    }
}
