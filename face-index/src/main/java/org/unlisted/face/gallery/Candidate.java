package org.unlisted.face.gallery;

import static java.util.Objects.requireNonNull;

/**
 * A reference close enough to a probe to deserve a reviewer's time; not yet a match.
 *
 * @param cosine of two unit vectors, -1 to 1; never Lucene's (1 + cosine) / 2
 * @param rank   1 = closest in this search
 */
public record Candidate(EnroleeId enroleeId, float cosine, int rank) {

    public Candidate {
        requireNonNull(enroleeId, "enroleeId");
        if (!(Math.abs(cosine) <= 1)) throw new IllegalArgumentException("cosine outside [-1, 1]: " + cosine);
        if (rank < 1) throw new IllegalArgumentException("rank below 1: " + rank);
    }
}
