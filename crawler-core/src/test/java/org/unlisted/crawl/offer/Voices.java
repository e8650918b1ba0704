package org.unlisted.crawl.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A gist for tests that knows a few runs of characters, each as the sure sign of one voice. */
final class Voices {
    /** Log odds by which a voice is heard where one of its runs stands alone. */
    static final double LOUD = 4;

    private Voices() {}

    static Gist gist(Map<String, Voice> runs) {
        List<LinearModel.Entry> entries = new ArrayList<>();
        runs.forEach((run, voice) -> entries.add(new LinearModel.Entry(run, 1, loud(voice))));
        return new Gist(new LinearModel<>(Voice.class, entries, Grams::key));
    }

    private static List<Double> loud(Voice voice) {
        List<Double> weights = new ArrayList<>();
        for (Voice v : Voice.values()) weights.add(v == voice ? LOUD : 0.0);
        return weights;
    }
}
