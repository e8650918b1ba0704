package org.unlisted.face.calibrate;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.unlisted.face.model.Calibration.Range;

/**
 * How often the model is wrong on labelled pairs, and the thresholds that follow (ISO/IEC 19795-1).
 *
 * @param model       version of the embedder
 * @param trial       what was done to the second picture of each pair
 * @param images      distinct pictures
 * @param undetected  pictures in which no face was found, and pictures that could not be read; they are in no
 *                    comparison
 * @param misses      pairs that one of those is in
 * @param mated       pairs of one person, compared
 * @param nonMated    pairs of two people, compared
 * @param impostor    comparisons of two people that false match rates were counted in
 * @param acrossPairs whether those are all across the people of the file, not its own pairs alone
 * @param accuracy    share of pairs told rightly, in ten folds, each by the threshold of the others
 * @param points      a threshold for each false match rate
 * @param searches    false alarms of galleries, at the threshold of the rate 1e-4
 * @param roc         the way between, by falling cosine
 * @param seconds     the measurement took
 */
public record CalibrationReport(
        String model,
        Trial trial,
        int images,
        int undetected,
        int misses,
        int mated,
        int nonMated,
        long impostor,
        boolean acrossPairs,
        double accuracy,
        List<Point> points,
        List<Search> searches,
        List<RocPoint> roc,
        double seconds) {

    public CalibrationReport {
        requireNonNull(model, "model");
        requireNonNull(trial, "trial");
        points = List.copyOf(points);
        searches = List.copyOf(searches);
        roc = List.copyOf(roc);
    }

    /**
     * @param falseMatchRate    aimed at
     * @param nonMated          comparisons that it was counted in
     * @param cosine            lowest at which no more than that match falsely
     * @param cosineRange       95 %
     * @param falseNonMatchRate of the mated pairs there
     * @param missRange         of that rate, 95 %
     */
    public record Point(
            double falseMatchRate, long nonMated, double cosine, Range cosineRange, double falseNonMatchRate, Range missRange) {}

    /**
     * @param people            in the gallery, N
     * @param falsePositiveRate FPIR(N, T)
     * @param measured          whether galleries of that size were drawn; else it is the bound 1 - (1 - FMR)^N
     */
    public record Search(int people, double falsePositiveRate, boolean measured) {}

    /** Error rates at a cosine: of the impostor comparisons and of the mated pairs. */
    public record RocPoint(double cosine, double falseMatchRate, double falseNonMatchRate) {}

    /** The threshold at a false match rate, if the data can show it. */
    public Optional<Point> at(double falseMatchRate) {
        return points.stream().filter(p -> p.falseMatchRate() == falseMatchRate).findFirst();
    }

    @Override
    public String toString() {
        return "CalibrationReport[" + model + ", " + trial + ", " + mated + " mated]";
    }
}
