package org.unlisted.console.report;

import java.util.Locale;
import org.unlisted.takedown.sighting.Comparison;

/**
 * A cosine against its threshold, drawn from 0 to 1: no candidate lies below.
 *
 * @param at   percent of the width where the cosine is
 * @param from percent of the width where the threshold is
 */
record Gauge(String cosine, String threshold, String at, String from, String rate, String model) {

    static Gauge of(Comparison comparison, Words words) {
        return new Gauge(
                words.decimal(comparison.cosine()),
                words.decimal(comparison.threshold()),
                percent(comparison.cosine()),
                percent(comparison.threshold()),
                words.rate(comparison.falseMatchRate()),
                comparison.model());
    }

    /** For SVG: always with a point. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * Math.clamp(share, 0, 1));
    }
}
