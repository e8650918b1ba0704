package org.unlisted.crawl.offer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.core.JacksonException;

/**
 * How much each piece of {@link Evidence} counts: multinomial logistic regression, learnt from the labelled texts, with
 * {@link OfferLabel#NEGATIVE} as the reference. Immutable.
 *
 * @param source what it was learnt from, when, and by which command
 * @param scores by label; what is not named has a score of 0, as NEGATIVE has
 */
record Decision(String source, Map<OfferLabel, Score> scores) {
    static final String FILE = "decision.json";

    /**
     * Log odds of a label against NEGATIVE.
     *
     * @param bias    where nothing speaks for or against it
     * @param weights by the name of the evidence; what is not named counts nothing
     */
    record Score(
            double bias,
            Map<String, Double> weights) {
        Score {
            weights = Map.copyOf(weights);
        }

        private double of(Map<String, Double> evidence) {
            double x = bias;
            for (Map.Entry<String, Double> e : evidence.entrySet())
                x += e.getValue() * weights.getOrDefault(e.getKey(), 0.0);
            return x;
        }
    }

    Decision {
        scores = Map.copyOf(scores);
    }

    /**
     * Reads {@value #FILE} of the lexicon's folder.
     *
     * @throws IOException when it is missing or has an unknown key; the message names the file
     */
    static Decision load(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) throw new IOException("no " + FILE + " in " + folder);
        try {
            return DecisionJson.read(Files.readAllBytes(file));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException("lexicon file " + FILE + ": " + e.getMessage(), e);
        }
    }

    /** How likely each label is; they add up to 1. */
    Map<OfferLabel, Double> likelihoods(Map<String, Double> evidence) {
        Map<OfferLabel, Double> odds = new EnumMap<>(OfferLabel.class);
        double sum = 0;
        for (OfferLabel label : OfferLabel.values()) {
            Score score = scores.get(label);
            double value = Math.exp(score == null ? 0 : Math.min(50, score.of(evidence)));
            odds.put(label, value);
            sum += value;
        }
        double all = sum;
        odds.replaceAll((label, value) -> value / all);
        return odds;
    }
}
