package org.unlisted.console.people;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.unlisted.face.gallery.EnroleeId;

/**
 * The receipt of an erasure.
 *
 * @param references whether references and photos were there to be erased
 * @param record     whether name, language and consent were there to be erased
 */
public record Withdrawal(EnroleeId id, Instant at, boolean references, boolean record) {
    public Withdrawal {
        requireNonNull(id, "id");
        requireNonNull(at, "at");
    }
}
