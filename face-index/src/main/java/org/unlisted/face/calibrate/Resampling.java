package org.unlisted.face.calibrate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.unlisted.face.calibrate.Comparisons.Comparison;
import org.unlisted.face.model.Calibration.Range;

/**
 * How far a figure would move with other people: 95 % ranges by drawing the people anew, with replacement (subject
 * bootstrap, ISO/IEC 19795-1 annex B). Comparisons of one person are not independent, so drawing those would promise too
 * much.
 */
final class Resampling {

    private static final int DRAWS = 200;
    private static final long SEED = 20_261_201;

    private final List<Comparison> mated;
    private final float[] falling;
    private final int[] references;
    private final int[] probes;
    private final int people;

    Resampling(Comparisons all) {
        mated = all.mated();
        List<Comparison> sorted =
                all.impostor().stream().sorted(Comparator.comparingDouble(Comparison::cosine).reversed()).toList();
        falling = new float[sorted.size()];
        references = new int[falling.length];
        probes = new int[falling.length];
        for (int i = 0; i < falling.length; i++) {
            falling[i] = sorted.get(i).cosine();
            references[i] = sorted.get(i).reference();
            probes[i] = sorted.get(i).probe();
        }
        people = 1 + Math.max(highest(all.mated()), highest(all.impostor()));
    }

    /** @param miss of the mated comparisons, at the threshold of each draw */
    record Ranges(Range cosine, Range miss) {}

    /** @return one a rate, in their order */
    List<Ranges> ranges(double... falseMatchRates) {
        Random random = new Random(SEED);
        double[][] cosines = new double[falseMatchRates.length][DRAWS];
        double[][] misses = new double[falseMatchRates.length][DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] times = new int[people];
            for (int i = 0; i < people; i++) times[random.nextInt(people)]++;
            long total = 0;
            for (int i = 0; i < falling.length; i++) total += (long) times[references[i]] * times[probes[i]];
            for (int r = 0; r < falseMatchRates.length; r++) {
                cosines[r][draw] = threshold(times, falseMatchRates[r] * total);
                misses[r][draw] = miss(times, cosines[r][draw]);
            }
        }
        return IntStream.range(0, falseMatchRates.length)
                .mapToObj(r -> new Ranges(range(cosines[r]), range(misses[r])))
                .toList();
    }

    private double threshold(int[] times, double allowed) {
        long counted = 0;
        for (int i = 0; i < falling.length; i++) {
            counted += (long) times[references[i]] * times[probes[i]];
            if (counted > allowed) return Math.min(1, Math.nextUp(falling[i]));
        }
        return -1;
    }

    private double miss(int[] times, double cosine) {
        long total = 0;
        long below = 0;
        for (Comparison c : mated) {
            total += times[c.probe()];
            if (c.cosine() < cosine) below += times[c.probe()];
        }
        return total == 0 ? 0 : (double) below / total;
    }

    private static Range range(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Range(sorted[(int) (0.025 * sorted.length)], sorted[(int) (0.975 * sorted.length) - 1]);
    }

    private static int highest(List<Comparison> comparisons) {
        return comparisons.stream().mapToInt(c -> Math.max(c.reference(), c.probe())).max().orElse(0);
    }
}
