package org.unlisted.face.gallery;

import java.util.List;
import org.unlisted.face.embed.Embedding;

/**
 * All references searched. Holds enrolled people only; asks and answers in embeddings, so nothing outside reaches it.
 */
public interface Gallery {

    /**
     * Adds references; they are searched from the next search on.
     *
     * @throws IllegalArgumentException if a dimension differs from the gallery's
     */
    void enrol(Reference... references);

    /**
     * Removes every reference of an enrolee, and their bytes.
     *
     * @return how many there were
     */
    int withdraw(EnroleeId enroleeId);

    /**
     * For every probe the closest enrolees, each by the best of its references.
     *
     * @param k         at most this many for a probe, at least 1
     * @param threshold lowest cosine that counts, inclusive
     * @return one list a probe in the probes' order, closest first, ranks from 1
     */
    List<List<Candidate>> search(List<Embedding> probes, int k, float threshold);

    /** How many people. */
    int enrolees();

    /** How many vectors. */
    int references();
}
