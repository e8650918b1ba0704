package org.unlisted.console.report;

import java.util.Locale;
import java.util.Optional;
import org.unlisted.takedown.sighting.Comparison;
import org.unlisted.takedown.sighting.Strength;

/**
 * A cosine against its threshold, drawn from 0 to 1: no candidate lies below.
 *
 * @param at   percent of the width where the cosine is
 * @param from percent of the width where the threshold is
 * @param weak why the likeness is worth less than others
 */
record Gauge(
        String cosine, String threshold, String at, String from, String rate, String model, Optional<String> weak) {

    static Gauge of(Comparison comparison, Words words) {
        return new Gauge(
                words.decimal(comparison.cosine()),
                words.decimal(comparison.threshold()),
                percent(comparison.cosine()),
                percent(comparison.threshold()),
                words.rate(comparison.falseMatchRate()),
                comparison.model(),
                weak(comparison.strength(), words));
    }

    private static Optional<String> weak(Strength strength, Words words) {
        return strength == Strength.PLAIN ? Optional.empty() : Optional.of(words.coded("strength", strength.name()));
    }

    /** For SVG: always with a point. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * Math.clamp(share, 0, 1));
    }
}
