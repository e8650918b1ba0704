package org.unlisted.takedown.sighting;

import static java.util.Objects.requireNonNull;

/**
 * How sure the machine is, in the terms a reviewer needs.
 *
 * @param cosine         -1 to 1
 * @param threshold      the cosine from which a candidate is shown at all
 * @param falseMatchRate of one comparison at that threshold (ISO/IEC 19795-1 FMR), on the model's calibration data
 * @param model          id of the model card
 */
public record Comparison(double cosine, double threshold, double falseMatchRate, String model) {

    public Comparison {
        if (!(Math.abs(cosine) <= 1)) throw new IllegalArgumentException("cosine outside [-1, 1]: " + cosine);
        if (!(Math.abs(threshold) <= 1)) throw new IllegalArgumentException("threshold outside [-1, 1]: " + threshold);
        if (!(falseMatchRate >= 0 && falseMatchRate <= 1))
            throw new IllegalArgumentException("rate outside [0, 1]: " + falseMatchRate);
        requireNonNull(model, "model");
    }
}
