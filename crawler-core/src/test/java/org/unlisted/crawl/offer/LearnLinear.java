package org.unlisted.crawl.offer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * Learns a {@link LinearModel}: multinomial logistic regression by stochastic gradient descent, always in the same
 * order, so that the same examples give the same weights.
 */
final class LearnLinear<C extends Enum<C>> {
    private static final int EPOCHS = 20;
    private static final double RATE = 2;
    private static final double PENALTY = 1e-4;
    private static final int SEEN_IN = 3; // examples
    private static final int MOST = 40_000; // features

    private final List<C> classes;
    private final ToDoubleBiFunction<String, Double> rarity;

    /** A thing, how often each of its features is there, and what it is. */
    record Example<C>(Map<String, Integer> features, C label) {}

    /** Features of an example and their tf-idf, of unit length. */
    private static final class Vector {
        private final int[] features;
        private final float[] values;
        private final int label;

        Vector(int[] features, float[] values, int label) {
            this.features = features;
            this.values = values;
            this.label = label;
        }
    }

    /** @param rarity of a feature, by its name and its inverse document frequency */
    LearnLinear(Class<C> classes, ToDoubleBiFunction<String, Double> rarity) {
        this.classes = List.of(classes.getEnumConstants());
        this.rarity = rarity;
    }

    /** The bias, whose name is empty, and all features of some weight. */
    List<LinearModel.Entry> learn(List<Example<C>> examples) {
        Map<String, Integer> seen = new TreeMap<>();
        for (Example<C> e : examples) e.features().keySet().forEach(f -> seen.merge(f, 1, Integer::sum));
        List<String> names = seen.keySet().stream().filter(f -> seen.getOrDefault(f, 0) >= SEEN_IN).toList();
        double[] rarities = rarities(names, seen, examples.size());
        float[][] weights = train(names, rarities, examples);
        if (names.size() > MOST) {
            names = weightiest(names, rarities, weights);
            rarities = rarities(names, seen, examples.size());
            weights = train(names, rarities, examples);
        }
        List<LinearModel.Entry> entries = new ArrayList<>();
        entries.add(new LinearModel.Entry("", 0, column(weights, names.size())));
        for (int i = 0; i < names.size(); i++) entries.add(new LinearModel.Entry(names.get(i), rarities[i], column(weights, i)));
        return entries;
    }

    private double[] rarities(List<String> names, Map<String, Integer> seen, int all) {
        return names.stream().mapToDouble(n -> rarity.applyAsDouble(n, Math.log((1.0 + all) / seen.getOrDefault(n, 1)))).toArray();
    }

    private static List<Double> column(float[][] weights, int i) {
        return IntStream.range(0, weights.length).mapToObj(c -> (double) weights[c][i]).toList();
    }

    private static List<String> weightiest(List<String> names, double[] rarities, float[][] weights) {
        double[] most = new double[names.size()];
        for (int i = 0; i < most.length; i++) for (float[] w : weights) most[i] = Math.max(most[i], Math.abs(w[i]) * rarities[i]);
        return IntStream.range(0, most.length).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -most[i]).thenComparing(i -> i))
                .limit(MOST).map(names::get).sorted().toList();
    }

    /** Weights by class and feature; the bias stands behind the last feature. */
    private float[][] train(List<String> names, double[] rarities, List<Example<C>> examples) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < names.size(); i++) places.put(names.get(i), i);
        List<Vector> vectors = new ArrayList<>(examples.stream().map(e -> vector(e, places, rarities)).toList());
        float[][] weights = new float[classes.size()][names.size() + 1];
        Random order = new Random(1);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(vectors, order);
            double rate = RATE / (1 + 0.1 * epoch);
            for (Vector v : vectors) step(weights, v, rate);
        }
        return weights;
    }

    private Vector vector(Example<C> e, Map<String, Integer> places, double[] rarities) {
        int[] features = new int[e.features().size()];
        double[] values = new double[features.length];
        int n = 0;
        double square = 0;
        for (Map.Entry<String, Integer> f : new TreeMap<>(e.features()).entrySet()) {
            Integer place = places.get(f.getKey());
            if (place == null) continue;
            features[n] = place;
            values[n] = LinearModel.worth(f.getValue()) * rarities[place];
            square += values[n] * values[n];
            n++;
        }
        float[] unit = new float[n];
        for (int i = 0; i < n; i++) unit[i] = (float) (values[i] / Math.sqrt(square));
        return new Vector(Arrays.copyOf(features, n), unit, classes.indexOf(e.label()));
    }

    private static void step(float[][] weights, Vector v, double rate) {
        double[] z = new double[weights.length];
        for (int c = 0; c < z.length; c++) {
            float[] w = weights[c];
            z[c] = w[w.length - 1];
            for (int i = 0; i < v.features.length; i++) z[c] += w[v.features[i]] * v.values[i];
        }
        double[] p = likelihoods(z);
        for (int c = 0; c < z.length; c++) {
            double error = p[c] - (v.label == c ? 1 : 0);
            float[] w = weights[c];
            w[w.length - 1] -= (float) (0.1 * rate * error);
            for (int i = 0; i < v.features.length; i++) {
                int f = v.features[i];
                w[f] -= (float) (rate * (error * v.values[i] + PENALTY * w[f]));
            }
        }
    }

    private static double[] likelihoods(double[] scores) {
        double most = Arrays.stream(scores).max().orElseThrow();
        double[] p = Arrays.stream(scores).map(s -> Math.exp(s - most)).toArray();
        double sum = Arrays.stream(p).sum();
        for (int i = 0; i < p.length; i++) p[i] /= sum;
        return p;
    }
}
