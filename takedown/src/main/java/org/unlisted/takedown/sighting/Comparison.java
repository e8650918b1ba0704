package org.unlisted.takedown.sighting;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

/**
 * How sure the machine is, in the terms a reviewer needs.
 *
 * @param cosine         -1 to 1
 * @param threshold      the cosine from which a candidate is shown at all
 * @param falseMatchRate of one comparison at that threshold (ISO/IEC 19795-1 FMR), on the model's calibration data
 * @param model          version of the model
 * @param strength       what the picture shows of the face; the threshold is that of this class
 */
public record Comparison(double cosine, double threshold, double falseMatchRate, String model, Strength strength) {

    /** Of a bare face, large and sharp. */
    public Comparison(double cosine, double threshold, double falseMatchRate, String model) {
        this(cosine, threshold, falseMatchRate, model, Strength.PLAIN);
    }

    public Comparison {
        if (!(Math.abs(cosine) <= 1)) throw new IllegalArgumentException("cosine outside [-1, 1]: " + cosine);
        if (!(Math.abs(threshold) <= 1)) throw new IllegalArgumentException("threshold outside [-1, 1]: " + threshold);
        if (!(falseMatchRate >= 0 && falseMatchRate <= 1))
            throw new IllegalArgumentException("rate outside [0, 1]: " + falseMatchRate);
        requireNonNull(model, "model");
        strength = requireNonNullElse(strength, Strength.PLAIN); // kept before masked faces were told apart
    }
}
