package org.unlisted.crawl.signal.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unlisted.crawl.signal.Contact;
import org.unlisted.crawl.signal.DriveLink;
import org.unlisted.crawl.signal.Masker;
import org.unlisted.crawl.signal.SignalReader;
import org.unlisted.crawl.signal.Signals;
import tools.jackson.databind.json.JsonMapper;

/** Sentences in four languages with what is in them and, as often, with nothing in them. */
class LabelledSignalsTest {
    private final SignalReader reader = new SignalReader();

    record Sentence(String language, String text, String expected) {
        @Override
        public String toString() {
            return text;
        }
    }

    static Stream<Sentence> contacts() throws IOException {
        return sentences("contacts.tsv");
    }

    static Stream<Sentence> numbers() throws IOException {
        return sentences("numbers.tsv");
    }

    @ParameterizedTest
    @MethodSource("contacts")
    void readsContactsAndLinks(Sentence sentence) {
        Signals signals = reader.read(sentence.text(), sentence.language());

        Stream<String> found = Stream.concat(
                signals.contacts().stream().map(c -> c.kind() + "=" + c.canonical()),
                signals.links().stream().map(l -> l.canonical() + l.code().map(c -> "+" + c).orElse("")));
        assertThat(found).containsExactlyElementsOf(expected(sentence, " "));
        assertThat(signals.numbers()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void readsPersonalNumbers(Sentence sentence) {
        Signals signals = reader.read(sentence.text(), sentence.language());

        assertThat(signals.numbers().stream()
                        .map(n -> n.kind() + "=" + sentence.text().substring(n.start(), n.end())))
                .containsExactlyElementsOf(expected(sentence, ";"));
        assertThat(signals.contacts()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource({"contacts", "numbers"})
    void masksOnlyWhatItReadAndAlwaysInTheSameLength(Sentence sentence) {
        Signals signals = reader.read(sentence.text(), "und");
        String masked = Masker.mask(sentence.text());
        String all = Masker.maskAll(sentence.text());

        assertThat(masked).hasSameSizeAs(sentence.text());
        assertThat(all).hasSameSizeAs(sentence.text());
        assertThat(masked.equals(sentence.text())).isEqualTo(signals.numbers().isEmpty());
        assertThat(Masker.mask(masked)).isEqualTo(masked);
        assertThat(Masker.maskAll(all)).isEqualTo(all);
        for (Contact contact : signals.contacts())
            assertThat(all).doesNotContain(sentence.text().substring(contact.start(), contact.end()));
        for (DriveLink link : signals.links())
            assertThat(all).doesNotContain(sentence.text().substring(link.start(), link.end()));
    }

    /** Counts, prices and dates of offers are no numbers of people, and their words no handles. */
    @Test
    void readsNothingIntoOffersThatNameNobody() throws IOException {
        for (String line : Files.readAllLines(Path.of("src/test/resources/offers/dev/examples.jsonl"))) {
            String text = JsonMapper.shared().readTree(line).path("text").stringValue();
            assertThat(reader.read(text, "und")).as(text).isSameAs(Signals.NONE);
        }
    }

    private static List<String> expected(Sentence sentence, String separator) {
        return sentence.expected().equals("-")
                ? List.of()
                : Arrays.asList(sentence.expected().split(separator, -1));
    }

    private static Stream<Sentence> sentences(String file) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/signal", file)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(row -> new Sentence(row[0], row[1], row[2]));
    }
}
