package org.unlisted.crawl.offer.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.offer.OfferLabel;
import org.unlisted.crawl.offer.OfferReader;
import org.unlisted.crawl.offer.Reason;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reader against labelled texts. {@code offers.jsonl} are the examples that the grammar was written from, {@code own.jsonl}
 * texts written later, in four rounds, each against the lexicon as it then was and before it was corrected.
 */
class LabelledTextsTest {
    private static OfferReader reader;

    @BeforeAll
    static void load() throws IOException {
        reader = OfferReader.load(Path.of("../config/lexicon"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"offers.jsonl", "own.jsonl"})
    void labelsEveryTextAsAPersonDid(String file) throws IOException {
        SoftAssertions all = new SoftAssertions();
        for (JsonNode text : texts(file))
            all.assertThat(read(text).getFirst().label().name()).as(id(text)).isEqualTo(text.path("label").asString());
        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"offers.jsonl", "own.jsonl"})
    void neverTakesANearMissForASale(String file) throws IOException {
        List<String> falseSales = texts(file).stream()
                .filter(t -> !t.path("label").asString().equals("SALE"))
                .filter(t -> read(t).stream().anyMatch(Offer::permitsFaceScan))
                .map(LabelledTextsTest::id)
                .toList();

        assertThat(falseSales).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"offers.jsonl", "own.jsonl"})
    void readsTheNumbersOfEveryOffer(String file) throws IOException {
        SoftAssertions all = new SoftAssertions();
        for (JsonNode text : texts(file)) {
            List<Offer> offers = read(text);
            if (offers.getFirst().label() != OfferLabel.NEGATIVE) compare(text, offers, all);
        }
        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(strings = {"offers.jsonl", "own.jsonl"})
    void pointsAtTheVeryWordsOfTheOriginal(String file) throws IOException {
        for (JsonNode text : texts(file)) {
            String title = text.path("title").asString("");
            String body = text.path("text").asString();
            String original = title.isEmpty() ? body : title + "\n" + body;
            for (Offer offer : read(text)) {
                for (Reason reason : offer.reasons())
                    assertThat(original.substring(reason.start(), reason.end())).isEqualTo(reason.phrase()).isNotBlank();
                assertThat(original).contains(offer.quote());
            }
        }
    }

    private static void compare(JsonNode text, List<Offer> offers, SoftAssertions all) {
        Offer offer = offers.getFirst();
        String id = id(text);
        all.assertThat(offers).as(id + " offers").hasSize(text.path("offers").asInt(1));
        if (text.has("kind")) all.assertThat(offer.kind()).as(id + " kind").isEqualTo(text.path("kind").asString());
        count(text, "persons", offer.persons(), all);
        count(text, "images", offer.images(), all);
        if (text.has("price"))
            all.assertThat(offer.price().orElseThrow().amount()).as(id + " price").isEqualByComparingTo(number(text, "price"));
        if (text.has("currency"))
            all.assertThat(offer.price().orElseThrow().currency()).as(id).isEqualTo(text.path("currency").asString());
        if (text.has("basis"))
            all.assertThat(offer.price().orElseThrow().basis().name()).as(id).isEqualTo(text.path("basis").asString());
        if (text.has("price_per_face"))
            all.assertThat(offer.pricePerFace().orElseThrow()).as(id).isEqualByComparingTo(number(text, "price_per_face"));
    }

    private static void count(JsonNode text, String field, OptionalLong read, SoftAssertions all) {
        if (!text.has(field)) return;
        OptionalLong said = text.path(field).isNull() ? OptionalLong.empty() : OptionalLong.of(text.path(field).asLong());
        all.assertThat(read).as(id(text) + " " + field).isEqualTo(said);
    }

    private static BigDecimal number(JsonNode text, String field) {
        return new BigDecimal(text.path(field).asString());
    }

    private static List<Offer> read(JsonNode text) {
        return reader.read(
                text.path("title").asString(""),
                text.path("text").asString(),
                Optional.ofNullable(text.get("price_text")).map(JsonNode::asString),
                Optional.of(text.path("lang").asString()));
    }

    private static String id(JsonNode text) {
        return text.path("id").asString();
    }

    private static List<JsonNode> texts(String file) throws IOException {
        try (InputStream in = LabelledTextsTest.class.getResourceAsStream("/offers/" + file)) {
            assertThat(in).as(file).isNotNull();
            JsonMapper mapper = JsonMapper.builder().build();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(mapper::readTree)
                    .toList();
        }
    }
}
