package org.unlisted.face.embed;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.unlisted.face.detect.Face;
import org.unlisted.face.quality.FaceQuality;

/**
 * A face with its vectors: inside this module, while a picture is handled.
 *
 * @param bare    aligned as a bare face; empty where it is surely covered
 * @param covered aligned as a covered face, to be compared with references that wear a mask; empty where it is surely bare
 */
public record EmbeddedFace(Face face, FaceQuality quality, Optional<Embedding> bare, Optional<Embedding> covered) {

    public EmbeddedFace {
        requireNonNull(face, "face");
        requireNonNull(quality, "quality");
        if (bare.isEmpty() && covered.isEmpty()) throw new IllegalArgumentException("a face without a vector");
    }
}
