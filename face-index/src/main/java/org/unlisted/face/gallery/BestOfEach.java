package org.unlisted.face.gallery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects what one probe hit: for each enrolee the best cosine. Not thread-safe. */
public final class BestOfEach {

    private final Map<EnroleeId, Float> best = new HashMap<>();

    /** @param cosine rounding that passes 1 is cut off */
    public void hit(EnroleeId enroleeId, float cosine) {
        best.merge(enroleeId, Math.clamp(cosine, -1f, 1f), Math::max);
    }

    /** The closest {@code k}, ranked from 1; equal cosines in the order of the ids. */
    public List<Candidate> closest(int k) {
        if (k < 1) throw new IllegalArgumentException("k below 1: " + k);
        List<Map.Entry<EnroleeId, Float>> sorted = best.entrySet().stream()
                .sorted(Map.Entry.<EnroleeId, Float>comparingByValue()
                        .reversed()
                        .thenComparing(e -> e.getKey().value(), Comparator.naturalOrder()))
                .limit(k)
                .toList();
        List<Candidate> candidates = new ArrayList<>(sorted.size());
        for (int i = 0; i < sorted.size(); i++)
            candidates.add(new Candidate(sorted.get(i).getKey(), sorted.get(i).getValue(), i + 1));
        return List.copyOf(candidates);
    }
}
