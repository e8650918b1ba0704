package org.unlisted.face.calibrate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import org.unlisted.face.calibrate.CalibrationReport.Point;

/** Calibrations as the {@code calibration} part of a model card. */
public final class CardTable {

    private CardTable() {}

    /**
     * YAML, to be put at the end of a card.
     *
     * @param reports one a trial
     * @param data    which pictures, in words
     */
    public static String of(List<CalibrationReport> reports, String data, LocalDate date) {
        Formatter yaml = new Formatter(Locale.ROOT);
        yaml.format("calibration:%n  data: >-%n    %s%n  date: %s%n  conditions:%n", data, date);
        for (CalibrationReport report : reports) {
            yaml.format("    %s:%n      mated: %d%n      points:%n", report.trial().condition(), report.mated());
            for (Point p : report.points()) {
                yaml.format("        - falseMatchRate: %s%n          nonMated: %d%n", rate(p.falseMatchRate()), p.nonMated());
                yaml.format("          cosine: %.4f%n          cosineRange: {low: %.4f, high: %.4f}%n",
                        p.cosine(), p.cosineRange().low(), p.cosineRange().high());
                yaml.format("          falseNonMatchRate: %.4f%n          missRange: {low: %.4f, high: %.4f}%n",
                        p.falseNonMatchRate(), p.missRange().low(), p.missRange().high());
            }
        }
        return yaml.toString();
    }

    private static String rate(double rate) {
        return BigDecimal.valueOf(rate).toPlainString();
    }
}
