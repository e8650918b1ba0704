package org.unlisted.sweep.scan;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import org.unlisted.sweep.protocol.SweepEvent;

/** How a scan ended. */
public sealed interface ScanOutcome {

    /**
     * All of the bundle was looked at.
     *
     * @param counts over all processes that it took
     * @param cases  numbers of the cases that its sightings were filed to
     */
    record Done(SweepEvent.Done counts, Set<String> cases) implements ScanOutcome {
        public Done {
            requireNonNull(counts, "counts");
            cases = Set.copyOf(cases);
        }
    }

    /**
     * Too few different pictures for a bundle: no face was looked for.
     *
     * @param pictures how many there are
     */
    record TooFew(int pictures) implements ScanOutcome {}
}
