package org.unlisted.face.scan;

import static java.util.Objects.requireNonNull;

/**
 * From where on a comparison makes a candidate.
 *
 * @param cosine         lowest that counts, inclusive
 * @param falseMatchRate of non-mated comparisons at or above it (ISO/IEC 19795-1), as measured for the model's card
 * @param model          id of the model's card
 */
public record Threshold(double cosine, double falseMatchRate, String model) {

    public Threshold {
        requireNonNull(model, "model");
        if (!(Math.abs(cosine) <= 1)) throw new IllegalArgumentException("cosine outside [-1, 1]: " + cosine);
        if (!(falseMatchRate > 0 && falseMatchRate < 1))
            throw new IllegalArgumentException("false match rate outside (0, 1): " + falseMatchRate);
    }
}
