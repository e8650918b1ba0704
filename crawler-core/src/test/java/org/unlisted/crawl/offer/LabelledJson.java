package org.unlisted.crawl.offer;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A labelled text of a file, as what models are learnt from. */
record LabelledJson(String title, String body, Optional<String> price, String language, OfferLabel label, JsonNode json) {
    private static final Set<String> REPORTS = Set.of("NEWS", "WARNING", "VICTIM", "NOTICE");

    static List<LabelledJson> of(List<Path> files) throws IOException {
        JsonMapper mapper = JsonMapper.shared();
        List<LabelledJson> texts = new ArrayList<>();
        for (Path file : files)
            for (String line : Files.readAllLines(file)) if (!line.isBlank()) texts.add(of(mapper.readTree(line)));
        return texts;
    }

    private static LabelledJson of(JsonNode json) {
        return new LabelledJson(
                json.path("title").asString(""),
                json.path("text").asString(),
                Optional.ofNullable(json.get("price_text")).filter(p -> !p.isNull()).map(JsonNode::asString),
                json.path("lang").asString("und"),
                OfferLabel.valueOf(json.path("label").asString()),
                json);
    }

    Map<String, Double> evidence(OfferReader reader) {
        return reader.evidence(title, body, price, Optional.of(language));
    }

    /** What the gist is learnt from. */
    LearnLinear.Example<Voice> gist(TextNormalizer normalizer) {
        String text = normalizer.normalize(title.isBlank() ? body : title + "\n" + body).text();
        Map<String, Integer> grams = new HashMap<>();
        Grams.of(text, 0, text.length()).forEach((key, count) -> grams.put(Grams.show(key).intern(), count));
        return new LearnLinear.Example<>(grams, voice());
    }

    private Voice voice() {
        return switch (label) {
            case SALE -> Voice.SELLER;
            case WANTED -> Voice.BUYER;
            case TOOL -> Voice.TOOLMAKER;
            case LOOKUP -> Voice.FINDER;
            case NEGATIVE -> REPORTS.contains(json.path("context").asString("")) ? Voice.REPORTER : Voice.ANYBODY;
        };
    }

    /** What roles are learnt from: the numbers of an offer, by the values of the labels. */
    List<LearnLinear.Example<Roles.Role>> roles(OfferReader reader) {
        if (label != OfferLabel.SALE) return List.of();
        OfferReader.Figured read = reader.figured(title, body, Optional.of(language));
        List<LearnLinear.Example<Roles.Role>> examples = new ArrayList<>();
        Values values = Values.of(json);
        for (int i = 0; i < read.figures().size(); i++) {
            Figure f = read.figures().get(i);
            if (!Roles.hasRole(f)) continue;
            Map<String, Integer> features = new HashMap<>();
            new Surroundings(read.text(), read.language(), read.figures(), i).forEachName(n -> features.put(n.intern(), 1));
            examples.add(new LearnLinear.Example<>(features, values.role(f)));
        }
        return examples;
    }

    /** The numbers that the labels name. */
    private record Values(Set<String> persons, Set<String> images, Set<String> units, Set<String> totals, Set<String> volumes, Set<String> volumePrices) {
        private static final int[] RATES = {1, 10, 100, 1_000, 10_000};

        static Values of(JsonNode json) {
            Values v = new Values(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
            v.add(json);
            for (JsonNode more : json.path("more")) v.add(more);
            return v;
        }

        private void add(JsonNode offer) {
            number(offer.get("persons")).ifPresent(n -> persons.add(plain(n)));
            number(offer.get("images")).ifPresent(n -> images.add(plain(n)));
            number(offer.get("price")).ifPresent(p -> {
                boolean total = offer.path("basis").asString("").equals("TOTAL");
                if (total) totals.add(plain(p));
                else for (int rate : RATES) units.add(plain(p.multiply(BigDecimal.valueOf(rate))));
            });
            for (JsonNode tier : offer.path("tiers")) {
                Optional<BigDecimal> min = number(tier.get("min"));
                min.ifPresent(n -> volumes.add(plain(n)));
                number(tier.get("unit_price")).ifPresent(p -> {
                    volumePrices.add(plain(p));
                    min.ifPresent(n -> volumePrices.add(plain(p.multiply(n).setScale(2, java.math.RoundingMode.HALF_UP))));
                });
            }
        }

        Roles.Role role(Figure f) {
            String value = plain(Roles.value(f));
            if (f instanceof Figure.Money) return price(value).orElse(Roles.Role.OTHER);
            if (persons.contains(value)) return Roles.Role.PERSONS;
            if (images.contains(value)) return Roles.Role.IMAGES;
            if (volumes.contains(value)) return Roles.Role.VOLUME;
            return f instanceof Figure.Bare ? price(value).orElse(Roles.Role.OTHER) : Roles.Role.OTHER;
        }

        private Optional<Roles.Role> price(String value) {
            if (totals.contains(value)) return Optional.of(Roles.Role.PRICE_OF_ALL);
            if (units.contains(value)) return Optional.of(Roles.Role.PRICE_OF_ONE);
            return volumePrices.contains(value) ? Optional.of(Roles.Role.VOLUME_PRICE) : Optional.empty();
        }

        private static Optional<BigDecimal> number(JsonNode n) {
            return n == null || n.isNull() ? Optional.empty() : Optional.of(new BigDecimal(n.asString()));
        }

        private static String plain(BigDecimal n) {
            return n.stripTrailingZeros().toPlainString();
        }
    }
}
