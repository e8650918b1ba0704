package org.unlisted.face.calibrate;

import java.util.Formatter;
import java.util.Locale;
import org.unlisted.face.calibrate.CalibrationReport.Point;
import org.unlisted.face.calibrate.CalibrationReport.RocPoint;
import org.unlisted.face.calibrate.CalibrationReport.Search;
import org.unlisted.face.model.Calibration.Range;

/** A calibration for people. */
public final class CalibrationTable {

    private CalibrationTable() {}

    /** Several lines, the last one ended. */
    public static String of(CalibrationReport report) {
        Formatter table = new Formatter(Locale.ROOT);
        table.format("model               %s%n", report.model());
        table.format("second picture      %s%n", trial(report.trial()));
        table.format("pictures            %,d, no face found in %,d%n", report.images(), report.undetected());
        table.format("pairs               %,d mated, %,d non-mated, %,d without a face%n",
                report.mated(), report.nonMated(), report.misses());
        table.format("false matches among %,d comparisons of two people (%s)%n", report.impostor(),
                report.acrossPairs() ? "one person a folder, every folder with every other" : "the pairs alone");
        table.format("accuracy            %.2f %% of pairs, ten folds%n%n", report.accuracy() * 100);
        table.format("%-9s %-8s %-15s %-9s %s%n", "FMR", "cosine", "95 %", "FNMR", "95 %");
        for (Point p : report.points())
            table.format("%-9s %-8.4f %-15s %-9s %s%n", percent(p.falseMatchRate()), p.cosine(), cosines(p.cosineRange()),
                    percent(p.falseNonMatchRate()), percents(p.missRange()));
        table.format("%n%-9s %s%n", "gallery", "FPIR at the cosine of FMR 0.01 %");
        for (Search s : report.searches())
            table.format("%-9s %s%n", "%,d".formatted(s.people()),
                    s.measured() ? percent(s.falsePositiveRate()) : "at most " + percent(s.falsePositiveRate()));
        table.format("%n%-8s %-9s %s%n", "cosine", "FMR", "FNMR");
        for (RocPoint p : report.roc())
            table.format("%-8.2f %-9s %s%n", p.cosine(), percent(p.falseMatchRate()), percent(p.falseNonMatchRate()));
        return table.toString();
    }

    private static String trial(Trial trial) {
        return switch (trial) {
            case PLAIN -> "as it is";
            case MASKED -> "with a painted mask";
            case DEGRADED -> "shrunk to a face of 24 to 44 px and compressed";
        };
    }

    private static String cosines(Range range) {
        return String.format(Locale.ROOT, "%.3f - %.3f", range.low(), range.high());
    }

    private static String percents(Range range) {
        return String.format(Locale.ROOT, "%.2f - %.2f %%", range.low() * 100, range.high() * 100);
    }

    private static String percent(double share) {
        return share < 1e-4 ? String.format(Locale.ROOT, "%.3f %%", share * 100) : String.format(Locale.ROOT, "%.2f %%", share * 100);
    }
}
