package org.unlisted.crawl.offer.api;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.offer.OfferLabel;
import org.unlisted.crawl.offer.OfferReader;
import org.unlisted.crawl.offer.Price;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A text and what a person says of it, as in {@code src/test/resources/offers/README.md}. */
record LabelledText(String id, String language, OfferLabel label, JsonNode node) {
    private static final Set<String> REPORTS = Set.of("NEWS", "WARNING", "VICTIM", "NOTICE");

    private static final Path FOLDER = Path.of("src/test/resources/offers");

    /** All texts of a set: {@code dev} or {@code check}. */
    static List<LabelledText> of(String set) throws IOException {
        return of(set, file -> true);
    }

    /** The texts of those files of a set whose names pass. */
    static List<LabelledText> of(String set, Predicate<String> files) throws IOException {
        List<LabelledText> all = new ArrayList<>();
        try (Stream<Path> paths = Files.list(FOLDER.resolve(set))) {
            for (Path file : paths.filter(f -> f.toString().endsWith(".jsonl")).filter(f -> files.test(f.getFileName().toString())).sorted().toList())
                for (String line : Files.readAllLines(file)) if (!line.isBlank()) all.add(of(JsonMapper.shared().readTree(line)));
        }
        return all;
    }

    private static LabelledText of(JsonNode node) {
        return new LabelledText(
                node.path("id").asString(),
                node.path("lang").asString(),
                OfferLabel.valueOf(node.path("label").asString()),
                node);
    }

    List<Offer> read(OfferReader reader) {
        return reader.read(
                node.path("title").asString(""),
                node.path("text").asString(),
                Optional.ofNullable(node.get("price_text")).map(JsonNode::asString),
                Optional.of(language));
    }

    /** Title and text, as offsets of reasons count. */
    String original() {
        String title = node.path("title").asString("");
        return title.isBlank() ? node.path("text").asString() : title + "\n" + node.path("text").asString();
    }

    /** News, a warning, a victim's plea or a notice: reading it as a sale is the gravest error. */
    boolean reports() {
        return REPORTS.contains(node.path("context").asString(""));
    }

    boolean kindIs(Offer offer) {
        return !node.has("kind") || node.path("kind").asString().equals(offer.kind());
    }

    boolean quantityIs(Offer offer) {
        return count("persons", offer.persons()) && count("images", offer.images());
    }

    boolean priceIs(Offer offer) {
        if (!node.has("price")) return true;
        if (node.path("price").isNull()) return offer.price().isEmpty();
        return offer.price()
                .filter(p -> p.amount().compareTo(new BigDecimal(node.path("price").asString())) == 0)
                .filter(p -> p.currency().equals(node.path("currency").asString()))
                .filter(p -> !node.has("basis") || p.basis() == Price.Basis.valueOf(node.path("basis").asString()))
                .isPresent();
    }

    boolean offersAre(List<Offer> offers) {
        return offers.size() == node.path("offers").asInt(1);
    }

    private boolean count(String field, OptionalLong read) {
        if (!node.has(field)) return true;
        JsonNode said = node.path(field);
        return said.isNull() ? read.isEmpty() : read.isPresent() && read.getAsLong() == said.asLong();
    }
}
