package org.unlisted.console.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.unlisted.face.calibrate.CalibrationReport;
import org.unlisted.face.calibrate.CalibrationReport.Point;
import org.unlisted.face.model.Calibration.Range;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A calibration as one line. Rates are shares, 0 to 1; their keys are false match rates such as 1e-3. */
final class CalibrationJson {

    private CalibrationJson() {}

    static String line(CalibrationReport report) {
        ObjectNode line = JsonMapper.shared().createObjectNode();
        line.put("model", report.model());
        line.put("trial", report.trial().name().toLowerCase(Locale.ROOT));
        line.put("pairs", report.mated() + report.nonMated() + report.misses());
        line.put("misses", report.misses());
        line.put("accuracy", rounded(report.accuracy()));
        ObjectNode accepted = line.putObject("tar");
        ObjectNode acceptedRanges = line.putObject("tar95");
        ObjectNode thresholds = line.putObject("thresholds");
        ObjectNode ranges = line.putObject("thresholds95");
        for (Point point : report.points()) {
            String key = key(point.falseMatchRate());
            accepted.put(key, rounded(1 - point.falseNonMatchRate()));
            range(acceptedRanges, key, new Range(1 - point.missRange().high(), 1 - point.missRange().low()));
            thresholds.put(key, rounded(point.cosine()));
            range(ranges, key, point.cosineRange());
        }
        line.put("impostors", report.impostor());
        ObjectNode searches = line.putObject("fpir");
        report.searches().stream()
                .filter(CalibrationReport.Search::measured)
                .forEach(s -> searches.put(Integer.toString(s.people()), rounded(s.falsePositiveRate())));
        line.put("seconds", rounded(report.seconds()));
        return line.toString();
    }

    private static void range(ObjectNode into, String key, Range range) {
        into.putArray(key).add(rounded(range.low())).add(rounded(range.high()));
    }

    private static String key(double rate) {
        return "1e-" + Math.round(-Math.log10(rate));
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value).setScale(5, RoundingMode.HALF_EVEN).doubleValue();
    }
}
