package org.unlisted.takedown.cases;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A person's decision.
 *
 * @param reviewer account of the person, not blank
 * @param reason   in the reviewer's own words; may be empty where a case is confirmed, never where it is dismissed.
 *                 Stays inside: it may name people
 */
public record Review(String reviewer, Instant at, String reason) {

    public Review {
        if (reviewer.isBlank()) throw new IllegalArgumentException("a review without a reviewer");
        requireNonNull(at, "at");
        requireNonNull(reason, "reason");
    }
}
