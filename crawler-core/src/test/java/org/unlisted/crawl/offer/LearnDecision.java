package org.unlisted.crawl.offer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Learns {@code config/lexicon/gist.tsv}, {@code roles.tsv} and {@code decision.json} from labelled texts: gist and roles first, then how much it
 * and the terms and figures count, by multinomial logistic regression with an L2 penalty, by gradient descent from the
 * same start each time, so that the same texts give the same files.
 *
 * <p>For the second step the gist of each text comes from the other texts only (five folds): what a model says of texts
 * that it was made from is worth more than it will be worth of new ones. Evidence that by its meaning speaks against a
 * sale may not get a positive weight, nor the other way round: few texts must not teach nonsense.
 */
final class LearnDecision {
    private static final Set<String> FOR = Set.of(
            "noun1", "noun2", "noun3", "nouns", "set", "sides", "named", "sell", "trade", "provenance", "pack", "voice", "price", "unitPrice", "tiered", "crypto",
            "some", "many", "masses", "persons", "images", "cheap", "cheapest", "offered", "calm", "clear", Evidence.SELLER);
    private static final Set<String> FREE = Set.of("terse", "long", "textOnly");
    private static final OfferLabel[] LABELS = {OfferLabel.SALE, OfferLabel.WANTED, OfferLabel.TOOL, OfferLabel.LOOKUP};
    private static final int FOLDS = 5;
    private static final int ROUNDS = 1_500;
    private static final int PASSES = 3;
    private static final double RATE = 0.7;
    private static final double SURE = 8;
    private static final double PENALTY = 0.003;
    // A false sale costs more than a missed one.
    private static final double COST_OF_FALSE_OFFER = 1.2;

    private static final LearnLinear<Voice> GIST = new LearnLinear<>(Voice.class, (name, idf) -> idf);
    private static final LearnLinear<Roles.Role> ROLES = new LearnLinear<>(
            Roles.Role.class, (name, idf) -> name.startsWith(Surroundings.SURE) ? SURE : idf);

    /** A row of evidence, 1 for the bias last, and what the text is. */
    private static final class Example {
        private final double[] evidence;
        private final OfferLabel label;

        Example(double[] evidence, OfferLabel label) {
            this.evidence = evidence;
            this.label = label;
        }
    }

    private LearnDecision() {}

    /** Everything that the reader has learnt. */
    record Learnt(List<LinearModel.Entry> gist, List<LinearModel.Entry> roles, Decision decision) {

        OfferReader reader(Lexicon lexicon) {
            return new OfferReader(lexicon, gistOf(gist), rolesOf(roles), decision);
        }
    }

    /** Learns from labelled texts; the files it is written to are not read. */
    static Learnt learn(Path lexicon, List<Path> files) throws IOException {
        List<LabelledJson> texts = LabelledJson.of(files);
        Lexicon words = Lexicon.load(lexicon);
        TextNormalizer normalizer = new TextNormalizer();
        Decision nothing = new Decision("nothing", Map.of());
        OfferReader deaf = new OfferReader(words, gistOf(List.of()), rolesOf(List.of()), nothing);
        List<LearnLinear.Example<Voice>> gists = texts.stream().map(t -> t.gist(normalizer)).toList();
        List<List<LearnLinear.Example<Roles.Role>>> numbers = texts.stream().map(t -> t.roles(deaf)).toList();
        List<OfferReader> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<LearnLinear.Example<Voice>> otherGists = new ArrayList<>();
            List<LearnLinear.Example<Roles.Role>> otherNumbers = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                if (i % FOLDS == fold) continue;
                otherGists.add(gists.get(i));
                otherNumbers.addAll(numbers.get(i));
            }
            folds.add(new OfferReader(words, gistOf(GIST.learn(otherGists)), rolesOf(ROLES.learn(otherNumbers)), nothing));
        }
        Decision decision = nothing;
        // Which passage of a long text counts depends on the weights: learn, look again, learn.
        for (int pass = 0; pass < PASSES; pass++) {
            Decision known = decision;
            List<OfferReader> readers = folds.stream().map(f -> f.with(known)).toList();
            List<Map<String, Double>> evidence = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) evidence.add(texts.get(i).evidence(readers.get(i % FOLDS)));
            List<String> names = List.copyOf(evidence.getFirst().keySet());
            List<Example> examples = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) examples.add(new Example(row(names, evidence.get(i)), texts.get(i).label()));
            decision = decision(names, learn(names, examples), texts.size());
        }
        return new Learnt(GIST.learn(gists), ROLES.learn(numbers.stream().flatMap(List::stream).toList()), decision);
    }

    private static Gist gistOf(List<LinearModel.Entry> entries) {
        return new Gist(new LinearModel<>(Voice.class, entries, Grams::key));
    }

    private static Roles rolesOf(List<LinearModel.Entry> entries) {
        return new Roles(new LinearModel<>(Roles.Role.class, entries, Surroundings::key));
    }

    /** Arguments: the lexicon's folder, then files of labelled texts. */
    public static void main(String[] args) throws IOException {
        List<Path> files = Stream.of(args).skip(1).map(Path::of).toList();
        write(Path.of(args[0]), learn(Path.of(args[0]), files));
    }

    private static double[] row(List<String> names, Map<String, Double> evidence) {
        double[] row = new double[names.size() + 1];
        for (int i = 0; i < names.size(); i++) row[i] = evidence.getOrDefault(names.get(i), 0.0);
        row[names.size()] = 1;
        return row;
    }

    /** Weights by label and evidence, the bias last. */
    private static double[][] learn(List<String> names, List<Example> examples) {
        double[][] weights = new double[LABELS.length][names.size() + 1];
        for (int round = 0; round < ROUNDS; round++) {
            double[][] slope = new double[LABELS.length][names.size() + 1];
            for (Example x : examples) {
                double[] likely = likely(weights, x.evidence);
                double cost = x.label == OfferLabel.NEGATIVE ? COST_OF_FALSE_OFFER : 1;
                for (int label = 0; label < LABELS.length; label++) {
                    double error = cost * (likely[label] - (x.label == LABELS[label] ? 1 : 0));
                    for (int i = 0; i < x.evidence.length; i++) slope[label][i] += error * x.evidence[i];
                }
            }
            for (int label = 0; label < LABELS.length; label++) {
                for (int i = 0; i <= names.size(); i++) {
                    double penalty = i == names.size() ? 0 : PENALTY * weights[label][i];
                    double next = weights[label][i] - RATE * (slope[label][i] / examples.size() + penalty);
                    weights[label][i] = i < names.size() && LABELS[label] == OfferLabel.SALE ? allowed(names.get(i), next) : next;
                }
            }
        }
        return weights;
    }

    private static double[] likely(double[][] weights, double[] evidence) {
        double[] odds = new double[weights.length];
        double sum = 1;
        for (int label = 0; label < weights.length; label++) {
            double z = 0;
            for (int i = 0; i < evidence.length; i++) z += weights[label][i] * evidence[i];
            odds[label] = Math.exp(z);
            sum += odds[label];
        }
        for (int label = 0; label < weights.length; label++) odds[label] /= sum;
        return odds;
    }

    private static double allowed(String name, double weight) {
        if (FREE.contains(name)) return weight;
        return FOR.contains(name) ? Math.max(0, weight) : Math.min(0, weight);
    }

    private static Decision decision(List<String> names, double[][] weights, int texts) {
        Map<OfferLabel, Decision.Score> scores = new EnumMap<>(OfferLabel.class);
        for (int label = 0; label < LABELS.length; label++) {
            Map<String, Double> named = new TreeMap<>();
            for (int i = 0; i < names.size(); i++) named.put(names.get(i), round(weights[label][i]));
            scores.put(LABELS[label], new Decision.Score(round(weights[label][names.size()]), named));
        }
        return new Decision("LearnDecision on " + texts + " labelled texts", scores);
    }

    static void write(Path folder, Learnt learnt) throws IOException {
        write(folder.resolve(Gist.FILE), Voice.class, learnt.gist());
        write(folder.resolve(Roles.FILE), Roles.Role.class, learnt.roles());
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("source", learnt.decision().source() + ", " + LocalDate.now(ZoneOffset.UTC));
        Map<String, Object> scores = new LinkedHashMap<>();
        for (OfferLabel label : LABELS) {
            Decision.Score score = learnt.decision().scores().get(label);
            if (score == null) continue;
            Map<String, Object> written = new LinkedHashMap<>();
            written.put("bias", score.bias());
            written.put("weights", new TreeMap<>(score.weights()));
            scores.put(label.name(), written);
        }
        out.put("scores", scores);
        Files.writeString(folder.resolve(Decision.FILE),
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(out) + "\n");
    }

    private static void write(Path file, Class<? extends Enum<?>> classes, List<LinearModel.Entry> entries) throws IOException {
        List<String> lines = new ArrayList<>(List.of(LinearModel.columns(classes)));
        entries.forEach(e -> lines.add(LinearModel.line(e)));
        Files.write(file, lines);
    }

    private static double round(double v) {
        return Math.round(v * 100) / 100.0;
    }
}
