package org.unlisted.face.enrol;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.unlisted.face.embed.Embedding;
import org.unlisted.face.gallery.EnroleeId;

/** The references of one enrolee, and a portrait to show beside a candidate. Vectors stay in this package. */
public final class ReferenceSet {

    private final EnroleeId enroleeId;
    private final String model;
    private final List<Embedding> embeddings;
    private final byte[] portrait;

    /**
     * @param model    id of the card of the model that made the embeddings
     * @param portrait JPEG
     */
    ReferenceSet(EnroleeId enroleeId, String model, List<Embedding> embeddings, byte[] portrait) {
        this.enroleeId = requireNonNull(enroleeId, "enroleeId");
        this.model = requireNonNull(model, "model");
        this.embeddings = List.copyOf(embeddings);
        this.portrait = portrait.clone();
        if (embeddings.isEmpty()) throw new IllegalArgumentException("no references for " + enroleeId);
    }

    public EnroleeId enroleeId() {
        return enroleeId;
    }

    /** Id of the model card; cosines of different models cannot be compared. */
    public String model() {
        return model;
    }

    /** How many references. */
    public int size() {
        return embeddings.size();
    }

    /** JPEG of the face that is nearest to all others; a copy. */
    public byte[] portrait() {
        return portrait.clone();
    }

    List<Embedding> embeddings() {
        return embeddings;
    }

    /** Id and count. */
    @Override
    public String toString() {
        return "ReferenceSet[" + enroleeId + ", " + embeddings.size() + "]";
    }
}
