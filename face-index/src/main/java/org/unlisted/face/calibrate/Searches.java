package org.unlisted.face.calibrate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unlisted.face.calibrate.Comparisons.Comparison;

/**
 * How often a stranger's face finds somebody in a gallery of N people: FPIR(N, T) of ISO/IEC 19795-1. Exact over all
 * galleries of N that can be drawn from the data's people, instead of over a few that were.
 */
final class Searches {

    /** One probe picture: how many people it was compared with, and how many of them it reached. */
    private record Probe(int people, int hits) {}

    private final List<Probe> probes;

    Searches(List<Comparison> impostor, double cosine) {
        Map<Integer, Set<Integer>> compared = new HashMap<>();
        Map<Integer, Set<Integer>> hit = new HashMap<>();
        for (Comparison c : impostor) {
            compared.computeIfAbsent(c.image(), _ -> new HashSet<>()).add(c.reference());
            if (c.cosine() >= cosine) hit.computeIfAbsent(c.image(), _ -> new HashSet<>()).add(c.reference());
        }
        probes = compared.entrySet().stream()
                .map(e -> new Probe(e.getValue().size(), hit.getOrDefault(e.getKey(), Set.of()).size()))
                .toList();
    }

    /** People of the smallest set that a probe was compared with: larger galleries cannot be drawn. */
    int largestGallery() {
        return probes.stream().mapToInt(Probe::people).min().orElse(0);
    }

    /** @param people in the gallery, each with one reference; at most {@link #largestGallery()} */
    double falsePositiveRate(int people) {
        if (people > largestGallery()) throw new IllegalArgumentException("no gallery of " + people + " can be drawn");
        return probes.stream().mapToDouble(p -> 1 - missesAll(p, people)).average().orElse(0);
    }

    /** The chance to draw {@code people} without any of the hits: a product of falling shares. */
    private static double missesAll(Probe probe, int people) {
        double chance = 1;
        for (int i = 0; i < probe.hits(); i++) {
            double left = probe.people() - i;
            chance *= Math.max(0, left - people) / left;
        }
        return chance;
    }
}
