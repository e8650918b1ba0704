package org.unlisted.face.gallery;

import static java.util.Objects.requireNonNull;

import org.unlisted.face.embed.Embedding;

/** One face of somebody who asked to be looked for. An enrolee has one or more. */
public record Reference(EnroleeId enroleeId, Embedding embedding) {

    public Reference {
        requireNonNull(enroleeId, "enroleeId");
        requireNonNull(embedding, "embedding");
    }
}
