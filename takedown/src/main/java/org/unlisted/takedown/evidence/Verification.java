package org.unlisted.takedown.evidence;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What checking a packet found, step by step. A step that could not be tried because an earlier one failed is not
 * listed.
 */
public record Verification(List<Step> steps) {

    public Verification {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) throw new IllegalArgumentException("nothing was checked");
    }

    /** Whether every step passed. */
    public boolean passed() {
        return steps.stream().allMatch(Step::passed);
    }

    /**
     * @param name    a word: archive, bag, payload, tags, complete, capture, index
     * @param finding a sentence for people that names the files concerned
     */
    public record Step(String name, boolean passed, String finding) {

        public Step {
            requireNonNull(name, "name");
            requireNonNull(finding, "finding");
        }

        static Step of(String name, List<String> faults, String good) {
            return new Step(name, faults.isEmpty(), faults.isEmpty() ? good : String.join(" ", faults));
        }
    }
}
