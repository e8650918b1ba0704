package org.unlisted.face.enrol;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Whether photos became references. */
public sealed interface EnrolmentOutcome {

    /** One reference a photo. */
    record Enrolled(ReferenceSet references) implements EnrolmentOutcome {
        public Enrolled {
            requireNonNull(references, "references");
        }
    }

    /** @param reasons for people, each naming its photo; at least one. Nothing was stored. */
    record Refused(List<String> reasons) implements EnrolmentOutcome {
        public Refused {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) throw new IllegalArgumentException("refused without a reason");
        }
    }
}
