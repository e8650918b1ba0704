package org.unlisted.face.enrol;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.unlisted.face.embed.Embedding;
import org.unlisted.face.gallery.EnroleeId;

/**
 * The references of one enrolee, the photos they were made from, and a portrait to show beside a candidate. Vectors stay
 * in this package.
 */
public final class ReferenceSet {

    private final EnroleeId enroleeId;
    private final String model;
    private final List<Embedding> bare;
    private final List<Embedding> masked;
    private final List<Photo> photos;
    private final byte[] portrait;

    /**
     * @param model    version of the model that made the embeddings
     * @param bare     one a photo
     * @param masked   of the copies with painted masks, some a photo
     * @param photos   JPEG, cut around the face; empty in a snapshot
     * @param portrait JPEG
     */
    ReferenceSet(
            EnroleeId enroleeId, String model, List<Embedding> bare, List<Embedding> masked, List<Photo> photos, byte[] portrait) {
        this.enroleeId = requireNonNull(enroleeId, "enroleeId");
        this.model = requireNonNull(model, "model");
        this.bare = List.copyOf(bare);
        this.masked = List.copyOf(masked);
        this.photos = List.copyOf(photos);
        this.portrait = portrait.clone();
        if (bare.isEmpty() || masked.isEmpty()) throw new IllegalArgumentException("no references for " + enroleeId);
    }

    public EnroleeId enroleeId() {
        return enroleeId;
    }

    /** Version of the model; cosines of different ones cannot be compared. */
    public String model() {
        return model;
    }

    /** How many photos became references. */
    public int size() {
        return bare.size();
    }

    /** JPEG of the face that is nearest to all others; a copy. */
    public byte[] portrait() {
        return portrait.clone();
    }

    List<Photo> photos() {
        return photos;
    }

    /** What bare probes are compared with: the mean of all photos, which misses less than any one of them. */
    Embedding bare() {
        return Embedding.mean(bare);
    }

    /** What masked probes are compared with: the mean of the masked copies and the bare faces. */
    Embedding masked() {
        List<Embedding> all = new ArrayList<>(masked);
        all.addAll(bare);
        return Embedding.mean(all);
    }

    /** Without photos and portrait, and with one vector of each kind. */
    ReferenceSet forSearch() {
        return new ReferenceSet(enroleeId, model, List.of(bare()), List.of(masked()), List.of(), new byte[0]);
    }

    List<Embedding> bareOfEachPhoto() {
        return bare;
    }

    List<Embedding> maskedCopies() {
        return masked;
    }

    /** Id and count. */
    @Override
    public String toString() {
        return "ReferenceSet[" + enroleeId + ", " + bare.size() + "]";
    }

    /** An enrolment photo as it is kept: JPEG, cut around the face, without what a camera writes beside pixels. */
    static final class Photo {
        private final byte[] jpeg;

        Photo(byte[] jpeg) {
            this.jpeg = jpeg.clone();
        }

        byte[] jpeg() {
            return jpeg.clone();
        }
    }
}
