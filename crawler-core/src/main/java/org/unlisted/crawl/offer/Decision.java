package org.unlisted.crawl.offer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How much each piece of {@link Evidence} counts: a logistic regression, learnt from the labelled texts. Immutable.
 *
 * @param source  what it was learnt from, when, and by which command
 * @param bias    log odds of a sale where nothing speaks for or against it
 * @param weights by the name of the evidence; what is not named counts nothing
 */
record Decision(String source, double bias, Map<String, Double> weights) {
    static final String FILE = "decision.json";

    Decision {
        weights = Map.copyOf(weights);
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
            Raw raw = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build()
                    .readValue(Files.readAllBytes(file), Raw.class);
            return new Decision(raw.source, raw.bias, raw.weights);
        } catch (JacksonException e) {
            throw new IOException("lexicon file " + FILE + ": " + e.getOriginalMessage(), e);
        }
    }

    /** How likely a sale is, 0 to 1. */
    double saleLikelihood(Map<String, Double> evidence) {
        double x = bias;
        for (Map.Entry<String, Double> e : evidence.entrySet())
            x += e.getValue() * weights.getOrDefault(e.getKey(), 0.0);
        return 1 / (1 + Math.exp(-x));
    }

    private record Raw(
            @JsonProperty(value = "source", required = true) String source,
            @JsonProperty(value = "bias", required = true) double bias,
            @JsonProperty(value = "weights", required = true) Map<String, Double> weights) {}
}
