package org.unlisted.face.lucene;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.VectorUtil;
import org.unlisted.face.embed.Embedding;
import org.unlisted.face.gallery.BestOfEach;
import org.unlisted.face.gallery.Candidate;
import org.unlisted.face.gallery.EnroleeId;

/**
 * References laid side by side for an exact scan: every probe of a batch passes over a block of them before the next
 * block is touched, so that a block is read from memory once and then from the second-level cache. The product of two
 * vectors is Lucene's, which uses vector instructions where {@code jdk.incubator.vector} is present. Immutable but for
 * {@link #wipe}.
 */
final class PackedReferences {

    /** 256 vectors of 192 dimensions are 192 KiB. */
    private static final int BLOCK = 256;

    private final int dimension;
    private final List<EnroleeId> owners;
    private final float[][] vectors;

    /** @param vectors one of length 1 for each of {@code owners}; taken over */
    PackedReferences(int dimension, List<EnroleeId> owners, List<float[]> vectors) {
        if (owners.size() != vectors.size())
            throw new IllegalArgumentException(vectors.size() + " vectors of " + owners.size() + " owners");
        this.dimension = dimension;
        this.owners = List.copyOf(owners);
        this.vectors = vectors.toArray(float[][]::new);
    }

    List<List<Candidate>> search(List<Embedding> probes, int k, float threshold) {
        float[][] queries = queries(probes);
        List<BestOfEach> hits = probes.stream().map(_ -> new BestOfEach()).toList();
        for (int from = 0; from < vectors.length; from += BLOCK) {
            int end = Math.min(vectors.length, from + BLOCK);
            for (int q = 0; q < queries.length; q++) scan(queries[q], from, end, threshold, hits.get(q));
        }
        List<List<Candidate>> found = new ArrayList<>(probes.size());
        for (BestOfEach best : hits) found.add(best.closest(k));
        return List.copyOf(found);
    }

    /** Nothing but products and comparisons here: a hit is rare, and whatever it costs is paid elsewhere. */
    private void scan(float[] query, int from, int end, float threshold, BestOfEach hits) {
        for (int i = from; i < end; i++) {
            float cosine = VectorUtil.dotProduct(query, vectors[i]);
            if (cosine >= threshold) hits.hit(owners.get(i), cosine);
        }
    }

    private float[][] queries(List<Embedding> probes) {
        float[][] queries = new float[probes.size()][dimension];
        for (int i = 0; i < queries.length; i++) {
            if (probes.get(i).dimension() != dimension)
                throw new IllegalArgumentException(
                        "dimension " + probes.get(i).dimension() + " in a gallery of " + dimension);
            probes.get(i).copyTo(queries[i], 0);
        }
        return queries;
    }

    int references() {
        return owners.size();
    }

    int enrolees() {
        return (int) owners.stream().distinct().count();
    }

    /** Overwrites the vectors: those of somebody withdrawn are not left to the garbage collector's leisure. */
    void wipe() {
        for (float[] vector : vectors) Arrays.fill(vector, 0);
    }
}
