package org.unlisted.takedown.cases;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** How far a case has come. Every state but the first carries the decision of a person. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CaseState.UnderReview.class, name = "under-review"),
    @JsonSubTypes.Type(value = CaseState.Confirmed.class, name = "confirmed"),
    @JsonSubTypes.Type(value = CaseState.Dismissed.class, name = "dismissed"),
    @JsonSubTypes.Type(value = CaseState.Noticed.class, name = "noticed"),
})
public sealed interface CaseState {

    /** A word for people, as in the case's JSON. */
    default String word() {
        return switch (this) {
            case UnderReview _ -> "under-review";
            case Confirmed _ -> "confirmed";
            case Dismissed _ -> "dismissed";
            case Noticed _ -> "noticed";
        };
    }

    /** The machine's candidate; nothing may leave. */
    record UnderReview() implements CaseState {}

    /** A reviewer saw the enrolee in the listing: evidence may be packed, a notice written. */
    record Confirmed(Review review) implements CaseState {
        public Confirmed {
            requireNonNull(review, "review");
        }
    }

    /** A reviewer saw somebody else, or no offer. */
    record Dismissed(Review review) implements CaseState {
        public Dismissed {
            if (review.reason().isBlank()) throw new IllegalArgumentException("a dismissal without a reason");
        }
    }

    /**
     * The recipient has the notice.
     *
     * @param review that confirmed the case
     * @param at     when a person handed the notice over
     */
    record Noticed(Review review, Instant at) implements CaseState {
        public Noticed {
            requireNonNull(review, "review");
            requireNonNull(at, "at");
        }
    }
}
