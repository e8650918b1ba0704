package org.unlisted.face.embed;

import static java.util.Objects.requireNonNull;

import org.unlisted.face.detect.Face;

/** A face with its vector: inside this module, while a picture is handled. */
public record EmbeddedFace(Face face, Embedding embedding) {

    public EmbeddedFace {
        requireNonNull(face, "face");
        requireNonNull(embedding, "embedding");
    }
}
