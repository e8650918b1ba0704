package org.unlisted.face.gallery;

import java.util.ArrayList;
import java.util.List;
import org.unlisted.face.embed.Embedding;

/** Compares everything with everything, in double precision: the oracle for every faster gallery. Thread-safe. */
public final class ExactGallery implements Gallery {

    private final List<Reference> references = new ArrayList<>();

    @Override
    public synchronized void enrol(Reference... added) {
        for (Reference reference : added) {
            int dimension = reference.embedding().dimension();
            if (!references.isEmpty() && references.getFirst().embedding().dimension() != dimension)
                throw new IllegalArgumentException("dimension " + dimension + " in a gallery of "
                        + references.getFirst().embedding().dimension());
            references.add(reference);
        }
    }

    @Override
    public synchronized int withdraw(EnroleeId enroleeId) {
        int before = references.size();
        references.removeIf(r -> r.enroleeId().equals(enroleeId));
        return before - references.size();
    }

    @Override
    public synchronized List<List<Candidate>> search(List<Embedding> probes, int k, float threshold) {
        return probes.stream().map(probe -> search(probe, k, threshold)).toList();
    }

    private List<Candidate> search(Embedding probe, int k, float threshold) {
        BestOfEach best = new BestOfEach();
        for (Reference reference : references) {
            float cosine = probe.cosine(reference.embedding());
            if (cosine >= threshold) best.hit(reference.enroleeId(), cosine);
        }
        return best.closest(k);
    }

    @Override
    public synchronized int enrolees() {
        return (int) references.stream().map(Reference::enroleeId).distinct().count();
    }

    @Override
    public synchronized int references() {
        return references.size();
    }
}
