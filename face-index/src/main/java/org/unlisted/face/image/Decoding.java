package org.unlisted.face.image;

import static java.util.Objects.requireNonNull;

/** What bytes of unknown origin turned out to be. */
public sealed interface Decoding {

    /** Upright pixels. */
    record Decoded(Picture picture) implements Decoding {
        public Decoded {
            requireNonNull(picture, "picture");
        }
    }

    /** @param reason for people; sizes and formats, never contents */
    record Refused(Cause cause, String reason) implements Decoding {
        public Refused {
            requireNonNull(cause, "cause");
            requireNonNull(reason, "reason");
        }
    }

    /** Why there are no pixels. {@code TRUNCATED}: a sound header, but what follows is cut off or damaged. */
    enum Cause { NOT_AN_IMAGE, TRUNCATED, TOO_LARGE, UNSUPPORTED }
}
