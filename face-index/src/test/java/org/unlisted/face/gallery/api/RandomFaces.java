package org.unlisted.face.gallery.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.unlisted.face.embed.Embedding;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.face.gallery.Reference;

/** Random unit vectors: directions of people, and looks at them nearby. */
public final class RandomFaces {

    private final Random random;
    private final int dimension;

    public RandomFaces(long seed, int dimension) {
        this.random = new Random(seed);
        this.dimension = dimension;
    }

    public Embedding stranger() {
        return near(new float[dimension], 1);
    }

    /** Several references of each of {@code people}, in random order of strength. */
    public List<Reference> references(int people, int each) {
        List<Reference> references = new ArrayList<>();
        for (int p = 0; p < people; p++) {
            float[] centre = new float[dimension];
            stranger().copyTo(centre, 0);
            for (int i = 0; i < each; i++)
                references.add(new Reference(new EnroleeId("e" + p), near(centre, 0.6 / Math.sqrt(dimension))));
        }
        return references;
    }

    /** Another look at somebody. */
    public Embedding lookAt(Reference reference) {
        float[] centre = new float[dimension];
        reference.embedding().copyTo(centre, 0);
        return near(centre, 0.8 / Math.sqrt(dimension));
    }

    private Embedding near(float[] centre, double spread) {
        float[] values = new float[dimension];
        for (int i = 0; i < dimension; i++) values[i] = (float) (centre[i] + spread * random.nextGaussian());
        return Embedding.of(values);
    }
}
