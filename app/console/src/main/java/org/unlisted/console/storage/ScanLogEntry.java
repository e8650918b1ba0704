package org.unlisted.console.storage;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A step of a scan, for those who ask later who searched what and why.
 *
 * @param at           kept to the microsecond
 * @param operator     who had the bundle scanned
 * @param reason       in the operator's own words
 * @param fewConfirmed the operator confirmed that a handful of pictures was to be looked at
 * @param listing      SHA-256 of the names and sizes in the bundle
 */
public record ScanLogEntry(
        String scan, Instant at, Step step, String operator, String reason, boolean fewConfirmed, String listing, Counts counts) {

    public ScanLogEntry {
        at = at.truncatedTo(ChronoUnit.MICROS); // what every database keeps; some would round
        requireNonNull(step, "step");
        requireNonNull(counts, "counts");
        if (!scan.matches("[a-z0-9-]{1,64}")) throw new IllegalArgumentException("not a scan's id: " + scan);
        if (operator.isBlank() || reason.isBlank()) throw new IllegalArgumentException("a scan needs somebody and a reason");
        if (!listing.matches("[0-9a-f]{64}")) throw new IllegalArgumentException("not a SHA-256: " + listing);
    }

    /** What became of the scan. */
    public enum Step {
        STARTED,
        /** A process went on where another was broken off. */
        RESUMED,
        /** Too few pictures, and not confirmed: no face was looked for. */
        REFUSED,
        DONE,
        FAILED
    }

    /**
     * As far as known at that step.
     *
     * @param files by name
     */
    public record Counts(int files, int images, int faces, int candidates, int cases, int skipped) {
        /** Before anything was looked at. */
        public static Counts ofFiles(int files) {
            return new Counts(files, 0, 0, 0, 0, 0);
        }
    }
}
