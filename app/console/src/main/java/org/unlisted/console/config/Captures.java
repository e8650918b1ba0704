package org.unlisted.console.config;

import java.util.OptionalInt;
import org.unlisted.crawl.hunt.CaptureRetention;

/**
 * The section {@code captures}: how long fetched pages are kept for later hunts. What it does not say is as usual.
 *
 * @param keepDays     1 to 3650
 * @param maxGigabytes of all of them, 1 to 100000
 */
public record Captures(OptionalInt keepDays, OptionalInt maxGigabytes) {
    private static final int GIGABYTE_BITS = 30;

    /** Says nothing. */
    static final Captures USUAL = new Captures(OptionalInt.empty(), OptionalInt.empty());

    public Captures {
        if (maxGigabytes.isPresent() && (maxGigabytes.getAsInt() < 1 || maxGigabytes.getAsInt() > 100_000))
            throw new IllegalArgumentException("captures.maxGigabytes outside 1 to 100000: " + maxGigabytes.getAsInt());
        if (keepDays.isPresent() && (keepDays.getAsInt() < 1 || keepDays.getAsInt() > 3_650))
            throw new IllegalArgumentException("captures.keepDays outside 1 to 3650: " + keepDays.getAsInt());
    }

    /** As a rule that can be enforced. */
    public CaptureRetention retention() {
        CaptureRetention usual = CaptureRetention.USUAL;
        return new CaptureRetention(
                keepDays.orElse(usual.keepDays()),
                maxGigabytes.isPresent() ? (long) maxGigabytes.getAsInt() << GIGABYTE_BITS : usual.mostBytes());
    }
}
