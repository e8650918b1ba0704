package org.unlisted.face.scan;

import java.util.EnumMap;
import java.util.Map;
import org.unlisted.face.model.ModelCard;
import org.unlisted.face.quality.Condition;

/** From where on a comparison makes a candidate, for each condition that a probe can be in. */
public record Thresholds(Map<Condition, Threshold> byCondition) {

    /** Of a comparison. A search among N people sees about N times as many false alarms: FPIR, state N with it. */
    private static final double FALSE_MATCH_RATE = 1e-4;

    public Thresholds {
        byCondition = Map.copyOf(byCondition);
        for (Condition condition : Condition.values())
            if (!byCondition.containsKey(condition)) throw new IllegalArgumentException("no threshold for " + condition);
    }

    static Thresholds of(ModelCard embedder) {
        Map<Condition, Threshold> thresholds = new EnumMap<>(Condition.class);
        for (Condition condition : Condition.values())
            thresholds.put(condition, new Threshold(
                    embedder.calibrationTable().at(condition, FALSE_MATCH_RATE).cosine(), FALSE_MATCH_RATE, embedder.version()));
        return new Thresholds(thresholds);
    }

    public Threshold at(Condition condition) {
        Threshold threshold = byCondition.get(condition);
        if (threshold == null) throw new IllegalStateException("checked when made: " + condition);
        return threshold;
    }
}
