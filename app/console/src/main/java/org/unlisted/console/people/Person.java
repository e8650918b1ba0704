package org.unlisted.console.people;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.unlisted.face.gallery.EnroleeId;

/** Somebody enrolled. */
public record Person(Applicant applicant, Instant enrolledAt) {

    public Person {
        requireNonNull(applicant, "applicant");
        requireNonNull(enrolledAt, "enrolledAt");
    }

    public EnroleeId id() {
        return applicant.id();
    }

    /** As they want to be called; never logged, encrypted in the database. */
    public String displayName() {
        return applicant.displayName();
    }

    /** To write to them in, BCP 47. */
    public String language() {
        return applicant.language();
    }

    public Consent consent() {
        return applicant.consent();
    }
}
