package org.unlisted.face.scan;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.unlisted.face.gallery.Candidate;
import org.unlisted.face.image.Box;
import org.unlisted.face.quality.Condition;

/** Whose face it may be: mostly nobody's who is looked for, which is an answer of its own. */
public sealed interface FoundFace {

    /** px of the upright picture. */
    Box box();

    /** How the face was judged. */
    Condition condition();

    /** Enrolled people at or above the threshold, closest first; empty for a stranger. */
    List<Candidate> candidates();

    /** A stranger, or somebody who cannot be told from one in this picture: forgotten with it. */
    record Unknown(Box box, Condition condition) implements FoundFace {
        public Unknown {
            requireNonNull(box, "box");
            requireNonNull(condition, "condition");
        }

        @Override
        public List<Candidate> candidates() {
            return List.of();
        }
    }

    /** @param candidates at least one */
    record Known(Box box, Condition condition, List<Candidate> candidates) implements FoundFace {
        public Known {
            requireNonNull(box, "box");
            requireNonNull(condition, "condition");
            candidates = List.copyOf(candidates);
            if (candidates.isEmpty()) throw new IllegalArgumentException("known, but to nobody");
        }
    }
}
