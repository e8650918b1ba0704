package org.unlisted.console.people;

import static java.util.Objects.requireNonNull;

import org.unlisted.face.gallery.EnroleeId;

/**
 * Somebody who asks to be enrolled.
 *
 * @param displayName as they want to be called
 * @param language    to write to them in, BCP 47
 */
public record Applicant(EnroleeId id, String displayName, String language, Consent consent) {

    public Applicant {
        requireNonNull(id, "id");
        requireNonNull(displayName, "displayName");
        if (language.isBlank()) throw new IllegalArgumentException("no language to write to " + id);
        requireNonNull(consent, "consent");
    }

    /** Without the name. */
    @Override
    public String toString() {
        return "Applicant[" + id + "]";
    }
}
