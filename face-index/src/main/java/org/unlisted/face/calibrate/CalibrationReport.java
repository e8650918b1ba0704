package org.unlisted.face.calibrate;

import static java.util.Objects.requireNonNull;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How often the model is wrong on labelled pairs, and the thresholds that follow (ISO/IEC 19795-1).
 *
 * @param model            id of the embedder's card
 * @param images           distinct pictures
 * @param undetected       pictures in which no face was found, and pictures that could not be read; they are in no
 * comparison
 * @param matedPairs       pairs of one person, compared
 * @param nonMatedPairs    pairs of two people, compared
 * @param crossComparisons comparisons of every picture with every picture of another folder
 * @param accuracy         share of pairs told rightly at the cosine that suits these very pairs best
 * @param points           a threshold for each false match rate
 * @param roc              the way between, by falling cosine
 */
public record CalibrationReport(
        String model,
        int images,
        int undetected,
        int matedPairs,
        int nonMatedPairs,
        long crossComparisons,
        double accuracy,
        List<Point> points,
        List<RocPoint> roc) {

    public CalibrationReport {
        requireNonNull(model, "model");
        points = List.copyOf(points);
        roc = List.copyOf(roc);
    }

    /** Which comparisons a false match rate was measured on. */
    public enum Basis {
        /** the file's non-mated pairs */
        PAIRS,
        /** all comparisons across folders: the pairs alone are too few for this rate */
        CROSS_IDENTITY
    }

    /**
     * @param falseMatchRate    aimed at
     * @param cosine            lowest at which no more than that match falsely
     * @param falseNonMatchRate of the mated pairs there
     * @param basis             of the false match rate
     */
    public record Point(double falseMatchRate, double cosine, double falseNonMatchRate, Basis basis) {
        public Point {
            requireNonNull(basis, "basis");
        }
    }

    /** Error rates of the pairs at a cosine. */
    public record RocPoint(double cosine, double falseMatchRate, double falseNonMatchRate) {}

    /** The threshold at a false match rate, if it was asked for. */
    public Optional<Point> at(double falseMatchRate) {
        return points.stream().filter(p -> p.falseMatchRate() == falseMatchRate).findFirst();
    }

    /** For people. */
    public String toTable() {
        Formatter table = new Formatter(Locale.ROOT);
        table.format("model               %s%n", model);
        table.format("pictures            %,d, no face found in %,d%n", images, undetected);
        table.format("pairs               %,d mated, %,d non-mated%n", matedPairs, nonMatedPairs);
        table.format("cross comparisons   %,d (identity = name of the folder)%n", crossComparisons);
        table.format("accuracy on pairs   %.2f %%%n%n", accuracy * 100);
        table.format("%-10s %-8s %-10s %s%n", "FMR", "cosine", "FNMR", "false matches counted in");
        for (Point p : points)
            table.format("%-10s %-8.4f %-10s %s%n", percent(p.falseMatchRate()), p.cosine(),
                    percent(p.falseNonMatchRate()), basis(p.basis()));
        table.format("%n%-8s %-10s %s%n", "cosine", "FMR", "FNMR");
        for (RocPoint p : roc)
            table.format("%-8.2f %-10s %s%n", p.cosine(), percent(p.falseMatchRate()), percent(p.falseNonMatchRate()));
        return table.toString();
    }

    private static String basis(Basis basis) {
        return switch (basis) {
            case PAIRS -> "the pairs";
            case CROSS_IDENTITY -> "all comparisons across folders (the pairs are too few)";
        };
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", share * 100);
    }

    @Override
    public String toString() {
        return toTable();
    }
}
