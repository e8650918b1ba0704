package org.unlisted.face.model;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.unlisted.face.quality.Condition;

/**
 * How often an embedder is wrong, measured with this module's own detection and alignment (ISO/IEC 19795-1).
 *
 * @param data       which pictures
 * @param date       of the measurement
 * @param conditions one table for each condition that probes are judged by
 */
public record Calibration(String data, LocalDate date, Map<Condition, Table> conditions) {

    public Calibration {
        requireNonNull(data, "data");
        requireNonNull(date, "date");
        conditions = Map.copyOf(conditions);
        for (Condition condition : Condition.values())
            if (!conditions.containsKey(condition))
                throw new IllegalArgumentException("the calibration has no table for the condition " + condition
                        + ": \"unlisted calibrate --pairs CSV --card\" writes all of them");
    }

    /**
     * The point measured at a false match rate.
     *
     * @throws IllegalArgumentException if the table has none
     */
    public OperatingPoint at(Condition condition, double falseMatchRate) {
        Table table = conditions.get(condition);
        if (table == null) throw new IllegalStateException("checked when made: " + condition);
        return table.points().stream()
                .filter(p -> Math.abs(p.falseMatchRate() / falseMatchRate - 1) < 1e-6)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no threshold measured at FMR " + falseMatchRate + " for the condition " + condition));
    }

    /**
     * @param mated  comparisons of one person with themselves
     * @param points one for each false match rate that was asked for
     */
    public record Table(long mated, List<OperatingPoint> points) {
        public Table {
            points = List.copyOf(points);
            if (mated < 1) throw new IllegalArgumentException("a calibration without mated comparisons");
            if (points.isEmpty()) throw new IllegalArgumentException("a calibration without operating points");
        }
    }

    /**
     * @param falseMatchRate    share of non-mated comparisons at or above the cosine
     * @param nonMated          comparisons of two people which that share was counted in
     * @param cosine            threshold
     * @param cosineRange       of the threshold, 95 %, by resampling people
     * @param falseNonMatchRate share of mated comparisons below it
     * @param missRange         of that share, 95 %, by resampling people
     */
    public record OperatingPoint(
            double falseMatchRate, long nonMated, double cosine, Range cosineRange, double falseNonMatchRate, Range missRange) {
        public OperatingPoint {
            requireNonNull(cosineRange, "cosineRange");
            requireNonNull(missRange, "missRange");
            if (!(falseMatchRate > 0 && falseMatchRate < 1))
                throw new IllegalArgumentException("false match rate outside (0, 1): " + falseMatchRate);
            if (nonMated * falseMatchRate < 1)
                throw new IllegalArgumentException(nonMated + " comparisons cannot show an FMR of " + falseMatchRate);
            if (!(Math.abs(cosine) <= 1)) throw new IllegalArgumentException("cosine outside [-1, 1]: " + cosine);
            if (!(falseNonMatchRate >= 0 && falseNonMatchRate <= 1))
                throw new IllegalArgumentException("false non-match rate outside [0, 1]: " + falseNonMatchRate);
        }
    }

    /** From low to high. */
    public record Range(double low, double high) {
        public Range {
            if (!(low <= high)) throw new IllegalArgumentException("range from " + low + " to " + high);
        }
    }
}
