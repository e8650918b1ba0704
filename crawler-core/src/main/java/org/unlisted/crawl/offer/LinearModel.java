package org.unlisted.crawl.offer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Multinomial logistic regression over many weak features of a text, each weighted by tf-idf, all together of unit
 * length. Learnt from the labelled texts; immutable.
 *
 * @param <C> the classes that it tells apart
 */
final class LinearModel<C extends Enum<C>> {
    private static final double SCALE = 100; // numbers are written in hundredths

    private final List<C> classes;
    private final long[] keys;
    private final int[] places; // of a key's entry
    private final float[] rarities; // by entry
    private final float[] weights; // by entry, then class
    private final int width;
    private final double[] bias;
    private int size;

    /**
     * A feature as learnt; the bias has an empty name.
     *
     * @param rarity  inverse document frequency
     * @param weights by class
     */
    record Entry(String feature, double rarity, List<Double> weights) {
        Entry {
            weights = List.copyOf(weights);
        }
    }

    /** The features of one thing. */
    interface Features {
        void forEach(Each each);
    }

    /** Is told of a feature. */
    interface Each {
        void feature(long key, int count);
    }

    /** @param keyOf the same that the features' keys are made by */
    LinearModel(Class<C> classes, List<Entry> entries, ToLongFunction<String> keyOf) {
        this(classes, entries.size());
        double[] byClass = new double[width];
        for (Entry e : entries) {
            for (int c = 0; c < width; c++) byClass[c] = e.weights().get(c);
            put(e.feature(), e.rarity(), byClass, keyOf);
        }
    }

    private LinearModel(Class<C> classes, int features) {
        this.classes = List.of(classes.getEnumConstants());
        this.width = this.classes.size();
        int capacity = Integer.highestOneBit(Math.max(16, features * 4));
        this.keys = new long[capacity];
        this.places = new int[capacity];
        this.rarities = new float[features];
        this.weights = new float[features * width];
        this.bias = new double[width];
    }

    private void put(String feature, double rarity, double[] byClass, ToLongFunction<String> keyOf) {
        if (feature.isEmpty()) {
            System.arraycopy(byClass, 0, bias, 0, width);
            return;
        }
        long key = keyOf.applyAsLong(feature);
        int slot = Grams.slot(key, keys);
        keys[slot] = key;
        places[slot] = size;
        rarities[size] = (float) rarity;
        for (int c = 0; c < width; c++) weights[size * width + c] = (float) byClass[c];
        size++;
    }

    /**
     * Reads a file of tab-separated lines: names of the columns, then feature, rarity and a weight for each class.
     * Without the file nothing is known of anything.
     *
     * @throws IOException when a line is not understood; the message names it
     */
    static <C extends Enum<C>> LinearModel<C> load(Path file, Class<C> classes, ToLongFunction<String> keyOf) throws IOException {
        if (!Files.isRegularFile(file)) return new LinearModel<>(classes, 0);
        String text = Files.readString(file);
        int number = (int) text.chars().filter(c -> c == '\n').count();
        LinearModel<C> model = new LinearModel<>(classes, number + 1);
        int at = 0;
        for (number = 1; at < text.length(); number++) {
            int found = text.indexOf('\n', at);
            int end = found < 0 ? text.length() : found;
            try {
                if (number > 1) model.read(text, at, end, keyOf);
                else if (!text.substring(at, end).equals(columns(classes))) throw new IOException(file.getFileName() + ": columns are not " + columns(classes));
            } catch (IllegalArgumentException e) {
                throw new IOException(file.getFileName() + " line " + number + ": " + e.getMessage(), e);
            }
            at = end + 1;
        }
        return model;
    }

    private void read(String text, int start, int end, ToLongFunction<String> keyOf) {
        int tab = text.indexOf('\t', start, end);
        String feature = text.substring(start, Math.max(start, tab));
        double[] numbers = new double[width + 1];
        for (int i = 0; i <= width; i++) {
            int from = tab + 1;
            tab = text.indexOf('\t', Math.min(from, end), end);
            boolean last = i == width;
            if (from == 0 || last != tab < 0) throw new IllegalArgumentException("not " + (width + 2) + " columns");
            numbers[i] = Integer.parseInt(text, from, last ? end : tab, 10) / SCALE;
        }
        put(feature, numbers[0], Arrays.copyOfRange(numbers, 1, numbers.length), keyOf);
    }

    /** The line of an entry. */
    static String line(Entry entry) {
        StringBuilder line = new StringBuilder(entry.feature()).append('\t').append(Math.round(entry.rarity() * SCALE));
        for (double weight : entry.weights()) line.append('\t').append(Math.round(weight * SCALE));
        return line.toString();
    }

    /** The first line of a file. */
    static String columns(Class<? extends Enum<?>> classes) {
        StringBuilder line = new StringBuilder("feature\trarity");
        for (Enum<?> c : classes.getEnumConstants()) line.append('\t').append(c.name());
        return line.toString();
    }

    /** Log odds, up to a number common to all classes. */
    Map<C, Double> scores(Features features) {
        double[] sums = new double[classes.size()];
        double[] square = new double[1];
        features.forEach((key, count) -> {
            int slot = Grams.slot(key, keys);
            if (keys[slot] == 0) return;
            int place = places[slot];
            double value = worth(count) * rarities[place];
            square[0] += value * value;
            for (int c = 0; c < sums.length; c++) sums[c] += value * weights[place * width + c];
        });
        double norm = square[0] == 0 ? 1 : Math.sqrt(square[0]);
        Map<C, Double> scores = new EnumMap<>(classes.getFirst().getDeclaringClass());
        for (int c = 0; c < sums.length; c++) scores.put(classes.get(c), sums[c] / norm + bias[c]);
        return scores;
    }

    /** How much more a feature speaks for a class than for another, before the length is made one. */
    double voice(long key, C forClass, C against) {
        int slot = Grams.slot(key, keys);
        if (keys[slot] == 0) return 0;
        int place = places[slot];
        return (weights[place * width + classes.indexOf(forClass)] - weights[place * width + classes.indexOf(against)]) * rarities[place];
    }

    /** Sublinear term frequency, Manning et al., Introduction to Information Retrieval, 6.4.1. */
    static double worth(int count) {
        return count == 1 ? 1 : 1 + Math.log(count);
    }

    /** How likely each class is; the likelihoods add up to 1. */
    Map<C, Double> likelihoods(Features features) {
        Map<C, Double> odds = scores(features);
        double most = Collections.max(odds.values());
        odds.replaceAll((c, score) -> Math.exp(score - most));
        double sum = odds.values().stream().mapToDouble(o -> o).sum();
        odds.replaceAll((c, o) -> o / sum);
        return odds;
    }
}
