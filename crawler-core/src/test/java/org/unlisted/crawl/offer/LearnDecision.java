package org.unlisted.crawl.offer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Learns {@code config/lexicon/decision.json} from labelled texts: logistic regression with an L2 penalty, by gradient
 * descent, from the same start each time, so that the same texts give the same file.
 *
 * <p>Evidence that by its meaning speaks against a sale may not get a positive weight, nor the other way round: few
 * texts must not teach nonsense.
 */
final class LearnDecision {
    private static final Set<String> FOR = Set.of(
            "noun1", "noun2", "noun3", "nouns", "set", "sides", "named", "sell", "trade", "provenance", "pack", "voice", "price", "unitPrice", "tiered", "crypto",
            "some", "many", "masses", "persons", "images", "cheap", "cheapest", "offered", "calm", "clear");
    private static final Set<String> FREE = Set.of("terse", "long", "textOnly");
    private static final int ROUNDS = 4_000;
    private static final int PASSES = 3;
    private static final double PENALTY = 0.004;
    // A false sale costs more than a missed one.
    private static final double COST_OF_FALSE_SALE = 1.2;

    private record Example(Map<String, Double> evidence, boolean sale) {}

    private LearnDecision() {}

    /** Learns from labelled texts; the file it is written to is not read. */
    static Decision learn(Path lexicon, List<Path> files) throws IOException {
        Decision decision = new Decision("nothing", 0, Map.of());
        Lexicon words = Lexicon.load(lexicon);
        // Which passage of a long text counts depends on the weights: learn, look again, learn.
        for (int pass = 0; pass < PASSES; pass++) {
            OfferReader reader = new OfferReader(words, decision);
            List<Example> examples = new ArrayList<>();
            for (Path file : files) for (JsonNode text : texts(file)) examples.add(example(reader, text));
            decision = decision(learn(examples), examples.size());
        }
        return decision;
    }

    /** Arguments: the lexicon's folder, then files of labelled texts. */
    public static void main(String[] args) throws IOException {
        List<Path> files = Stream.of(args).skip(1).map(Path::of).toList();
        write(Path.of(args[0]), learn(Path.of(args[0]), files));
    }

    private static Example example(OfferReader reader, JsonNode text) {
        return new Example(
                reader.evidence(
                        text.path("title").asString(""),
                        text.path("text").asString(),
                        Optional.ofNullable(text.get("price_text")).map(JsonNode::asString),
                        Optional.of(text.path("lang").asString("und"))),
                text.path("label").asString().equals("SALE"));
    }

    private static Map<String, Double> learn(List<Example> examples) {
        Map<String, Double> w = new LinkedHashMap<>();
        w.put("", 0.0);
        examples.getFirst().evidence().keySet().forEach(k -> w.put(k, 0.0));
        double rate = 1.0;
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Double> slope = new LinkedHashMap<>();
            for (Example x : examples) {
                double z = w.getOrDefault("", 0.0);
                for (Map.Entry<String, Double> e : x.evidence().entrySet()) z += e.getValue() * w.getOrDefault(e.getKey(), 0.0);
                double error = 1 / (1 + Math.exp(-z)) - (x.sale() ? 1 : 0);
                if (!x.sale()) error *= COST_OF_FALSE_SALE;
                slope.merge("", error, Double::sum);
                for (Map.Entry<String, Double> e : x.evidence().entrySet())
                    if (e.getValue() != 0) slope.merge(e.getKey(), error * e.getValue(), Double::sum);
            }
            for (Map.Entry<String, Double> e : w.entrySet()) {
                double penalty = e.getKey().isEmpty() ? 0 : PENALTY * e.getValue();
                double next = e.getValue() - rate * (slope.getOrDefault(e.getKey(), 0.0) / examples.size() + penalty);
                e.setValue(allowed(e.getKey(), next));
            }
        }
        return w;
    }

    private static double allowed(String name, double weight) {
        if (name.isEmpty() || FREE.contains(name)) return weight;
        return FOR.contains(name) ? Math.max(0, weight) : Math.min(0, weight);
    }

    private static Decision decision(Map<String, Double> w, int texts) {
        Map<String, Double> weights = new TreeMap<>();
        w.forEach((k, v) -> {
            if (!k.isEmpty()) weights.put(k, round(v));
        });
        return new Decision("LearnDecision on " + texts + " labelled texts", round(w.getOrDefault("", 0.0)), weights);
    }

    static void write(Path folder, Decision decision) throws IOException {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("source", decision.source() + ", " + LocalDate.now(ZoneOffset.UTC));
        out.put("bias", decision.bias());
        out.put("weights", new TreeMap<>(decision.weights()));
        Files.writeString(folder.resolve(Decision.FILE),
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(out) + "\n");
    }

    private static double round(double v) {
        return Math.round(v * 100) / 100.0;
    }

    private static List<JsonNode> texts(Path file) throws IOException {
        JsonMapper mapper = JsonMapper.shared();
        return Files.readAllLines(file).stream().filter(l -> !l.isBlank()).map(mapper::readTree).toList();
    }
}
