package org.unlisted.crawl.offer.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.unlisted.crawl.CommittedReader;
import org.unlisted.crawl.chat.ChatExports;
import org.unlisted.crawl.listing.Extraction;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.listing.ListingExtractor;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.offer.OfferReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Extractor and reader together on the sample market and chat, against what {@code samples/expected.json} says. */
class SampleMarketTest {
    private static final Path SAMPLES = Path.of("../samples");
    private static final Map<String, List<Offer>> READ = new TreeMap<>();
    private static JsonNode expected;

    @BeforeAll
    static void readEverything() throws IOException {
        OfferReader reader = CommittedReader.get();
        ListingExtractor extractor = new ListingExtractor();
        expected = JsonMapper.builder().build().readTree(SAMPLES.resolve("expected.json"));
        Path market = SAMPLES.resolve("market");
        try (Stream<Path> pages = Files.walk(market)) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".html")).toList()) {
                URI url = URI.create("http://market.example/" + market.relativize(page));
                Extraction extraction = extractor.read(url, Files.readAllBytes(page), Optional.of("text/html")).extraction();
                if (extraction instanceof Extraction.Found found)
                    for (Listing listing : found.listings()) READ.put(name(listing), reader.read(listing));
            }
        }
        new ChatExports().read(
                SAMPLES.resolve("chats/telegram"),
                listing -> true,
                message -> READ.put(name(message.listing()), reader.read(message.listing())));
    }

    @Test
    void readsTheNumbersOfEveryOffer() {
        SoftAssertions all = new SoftAssertions();
        for (JsonNode said : expected.path("offers")) {
            String listing = said.path("listing").asString();
            Offer offer = READ.getOrDefault(listing, List.of()).stream()
                    .filter(Offer::permitsFaceScan)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no offer read in " + listing));
            all.assertThat(offer.kind()).as(listing).isEqualTo(said.path("kind").asString());
            all.assertThat(offer.persons()).as(listing + " persons").isEqualTo(count(said.path("persons")));
            all.assertThat(offer.images()).as(listing + " images").isEqualTo(count(said.path("images")));
            all.assertThat(offer.price().orElseThrow().amount()).as(listing)
                    .isEqualByComparingTo(new BigDecimal(said.path("price").asString()));
            all.assertThat(offer.price().orElseThrow().currency()).as(listing).isEqualTo(said.path("currency").asString());
            all.assertThat(offer.price().orElseThrow().basis().name()).as(listing).isEqualTo(said.path("basis").asString());
            all.assertThat(offer.pricePerFace().orElseThrow().doubleValue()).as(listing + " per face")
                    .isCloseTo(said.path("pricePerFace").asDouble(), offset(1e-4));
        }
        all.assertAll();
    }

    @Test
    void takesNothingElseForAnOffer() {
        List<String> offers = Stream.concat(
                        stream(expected.path("offers")).map(o -> o.path("listing").asString()),
                        // behind robots.txt: an offer too, but never fetched
                        Stream.of("/private/vip-stock.html"))
                .toList();

        assertThat(READ).hasSizeGreaterThan(60);
        assertThat(READ.entrySet())
                .filteredOn(e -> e.getValue().stream().anyMatch(Offer::permitsFaceScan))
                .extracting(Map.Entry::getKey)
                .isSubsetOf(offers);
    }

    private static OptionalLong count(JsonNode node) {
        return node.isNull() ? OptionalLong.empty() : OptionalLong.of(node.asLong());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }

    private static String name(Listing listing) {
        return listing.url().toString().replace("http://market.example", "");
    }
}
