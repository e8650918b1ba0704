package org.unlisted.face.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * How often an embedder is wrong, measured with this module's own detection and alignment (ISO/IEC 19795-1).
 *
 * @param data     which pictures
 * @param mated    comparisons of one person with themselves
 * @param date     of the measurement
 * @param points   one for each false match rate that was asked for
 */
public record Calibration(String data, long mated, LocalDate date, List<OperatingPoint> points) {

    public Calibration {
        requireNonNull(data, "data");
        requireNonNull(date, "date");
        points = List.copyOf(points);
        if (mated < 1) throw new IllegalArgumentException("a calibration without mated comparisons");
        if (points.isEmpty()) throw new IllegalArgumentException("a calibration without operating points");
    }

    /**
     * The point measured at a false match rate.
     *
     * @throws IllegalArgumentException if the table has none
     */
    public OperatingPoint at(double falseMatchRate) {
        return points.stream()
                .filter(p -> Math.abs(p.falseMatchRate() / falseMatchRate - 1) < 1e-6)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no threshold measured at FMR " + falseMatchRate));
    }

    /**
     * @param falseMatchRate    share of non-mated comparisons at or above the cosine
     * @param nonMated          comparisons of two people which that share was counted in
     * @param cosine            threshold
     * @param falseNonMatchRate share of mated comparisons below it
     */
    public record OperatingPoint(double falseMatchRate, long nonMated, double cosine, double falseNonMatchRate) {
        public OperatingPoint {
            if (!(falseMatchRate > 0 && falseMatchRate < 1))
                throw new IllegalArgumentException("false match rate outside (0, 1): " + falseMatchRate);
            if (nonMated * falseMatchRate < 1)
                throw new IllegalArgumentException(nonMated + " comparisons cannot show an FMR of " + falseMatchRate);
            if (!(Math.abs(cosine) <= 1)) throw new IllegalArgumentException("cosine outside [-1, 1]: " + cosine);
            if (!(falseNonMatchRate >= 0 && falseNonMatchRate <= 1))
                throw new IllegalArgumentException("false non-match rate outside [0, 1]: " + falseNonMatchRate);
        }
    }
}
