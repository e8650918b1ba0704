package org.unlisted.face.calibrate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every cosine with a known answer.
 *
 * @param mated    of one person, in the file's order
 * @param nonMated of two people, in the file's order
 * @param impostor of two people, counted for false match rates: all across identities where those are known, else the
 *                 file's own
 * @param misses   pairs in which a face was not found
 */
record Comparisons(List<Comparison> mated, List<Comparison> nonMated, List<Comparison> impostor, int misses) {

    /** More are not kept: rates below 1e-5 are out of reach of such data anyway. */
    private static final long MOST = 4_000_000;

    Comparisons {
        mated = List.copyOf(mated);
        nonMated = List.copyOf(nonMated);
        if (mated.isEmpty() || nonMated.isEmpty())
            throw new IllegalArgumentException("no mated or no non-mated pair left with a face in both pictures");
    }

    /**
     * @param reference number of the person
     * @param probe     number of the person
     * @param image     number of the probe's picture
     */
    record Comparison(int reference, int probe, int image, float cosine) {}

    static Comparisons of(
            LabelledPairs labelled, Map<Path, Subjects.Template> references, Map<Path, Subjects.Probe> probes) {
        Identities identities = new Identities(labelled);
        List<Comparison> mated = new ArrayList<>();
        List<Comparison> nonMated = new ArrayList<>();
        int misses = 0;
        for (LabelledPairs.Pair pair : labelled.pairs()) {
            Optional<Comparison> compared = compare(pair.a(), pair.b(), references, probes, identities);
            if (compared.isEmpty()) misses++;
            else (pair.mated() ? mated : nonMated).add(compared.get());
        }
        return new Comparisons(
                mated, nonMated, identities.areKnown() ? across(references, probes, identities) : nonMated, misses);
    }

    private static Optional<Comparison> compare(
            Path a, Path b, Map<Path, Subjects.Template> references, Map<Path, Subjects.Probe> probes, Identities who) {
        Subjects.Template reference = references.get(a);
        Subjects.Probe probe = probes.get(b);
        if (reference == null || probe == null) return Optional.empty();
        return Optional.of(new Comparison(who.of(a), who.of(b), who.image(b), (float) probe.cosine(reference)));
    }

    private static List<Comparison> across(
            Map<Path, Subjects.Template> references, Map<Path, Subjects.Probe> probes, Identities who) {
        long all = (long) references.size() * probes.size();
        int step = (int) Math.max(1, Math.ceilDiv(all, MOST));
        List<Comparison> across = new ArrayList<>();
        int at = 0;
        List<Path> sorted = probes.keySet().stream().sorted(Comparator.naturalOrder()).toList();
        for (Map.Entry<Path, Subjects.Template> reference : references.entrySet()) {
            for (Path probe : sorted) {
                if (who.of(reference.getKey()) == who.of(probe) || at++ % step != 0) continue;
                compare(reference.getKey(), probe, references, probes, who).ifPresent(across::add);
            }
        }
        return across;
    }
}
