package org.unlisted.console.people;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person agreed to, kept as the receipt of their consent.
 *
 * @param version     of the text they read
 * @param language    of that text, BCP 47
 * @param proofOfSelf how it was made sure that the face is theirs, in words
 * @param scope       what they allowed; never without {@link Scope#SEARCH_OFFERS}
 */
public record Consent(String version, String language, Instant givenAt, String proofOfSelf, Set<Scope> scope) {

    public Consent {
        if (version.isBlank()) throw new IllegalArgumentException("a consent names the version of its text");
        if (language.isBlank()) throw new IllegalArgumentException("a consent names the language of its text");
        requireNonNull(givenAt, "givenAt");
        if (proofOfSelf.isBlank()) throw new IllegalArgumentException("a consent says how proof of self was made");
        scope = Set.copyOf(scope);
        if (!scope.contains(Scope.SEARCH_OFFERS))
            throw new IllegalArgumentException("nobody is enrolled who did not agree to be searched for");
    }

    /** In a fixed order, so that the same consent is always written alike. */
    @Override
    public Set<Scope> scope() {
        return new TreeSet<>(scope);
    }

    /** One thing that a person may allow. */
    public enum Scope {
        /** Compare the faces in offers of leaked faces with mine. */
        SEARCH_OFFERS,
        /** Keep what was found as sealed evidence. */
        KEEP_EVIDENCE,
        /** Ask platforms to take it down, each time after a reviewer's approval. */
        SEND_NOTICES
    }
}
