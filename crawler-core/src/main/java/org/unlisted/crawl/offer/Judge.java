package org.unlisted.crawl.offer;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides what an author wants.
 *
 * <p>News, warnings, victims and legal letters are never a sale, whatever they quote: a false sale makes strangers'
 * pictures be fetched, while a missed one is seen again at the next relisting. Everything else is weighed by
 * {@link Decision}. Immutable.
 */
final class Judge {
    private static final int DECISIVE = 3;
    /** Contexts that no seller's voice outweighs. */
    private static final Set<TermClass> FINAL = EnumSet.of(
            TermClass.NEWS, TermClass.WARNING, TermClass.VICTIM, TermClass.LEGAL);
    private static final double LIKELY = 0.5;
    private static final int BUNDLE = 20;

    private final Decision decision;

    Judge(Decision decision) {
        this.decision = decision;
    }

    /**
     * What a passage is.
     *
     * @param confidence see {@link Offer#confidence}
     */
    record Verdict(OfferLabel label, double confidence) {}

    /** Vetoes of the text that no negator lifts. */
    static List<Hit> vetoes(Scene scene) {
        return scene.of(TermClass.Role.VETO).stream()
                .filter(veto -> !Negation.denies(scene.hits(), veto, scene.text().text()))
                .toList();
    }

    double saleLikelihood(Map<String, Double> evidence) {
        return decision.saleLikelihood(evidence);
    }

    Verdict judge(Scene scene, Deal deal, List<Hit> vetoes) {
        double sale = decision.saleLikelihood(Evidence.of(scene, deal, vetoes));
        if (weight(vetoes, FINAL) >= DECISIVE) return new Verdict(OfferLabel.NEGATIVE, 0.95);
        int noun = scene.noun().map(h -> h.term().weight()).orElse(0);
        boolean offered = deal.price().isPresent() || scene.weight(TermClass.Role.INTENT) >= 1;
        boolean calm = weight(vetoes, EnumSet.allOf(TermClass.class)) < DECISIVE;
        int seek = scene.weight(TermClass.Role.SEEK);
        if (calm && seek >= 2 && noun >= 2 && seek > sellWeight(scene))
            return new Verdict(OfferLabel.WANTED, rounded(0.6 + 0.1 * Math.min(3, seek)));
        boolean bundle = deal.size() >= BUNDLE && noun >= 2;
        int lookup = scene.weight(TermClass.Role.LOOKUP);
        int tool = scene.weight(TermClass.Role.TOOL);
        if (calm && lookup >= 2 && lookup >= tool && offered && !bundle)
            return new Verdict(OfferLabel.LOOKUP, rounded(0.6 + 0.1 * Math.min(3, lookup)));
        if (calm && tool >= 2 && offered && !bundle) return new Verdict(OfferLabel.TOOL, rounded(0.6 + 0.1 * Math.min(3, tool)));
        boolean goods = noun >= 1 || scene.goods().size() > 0;
        return goods && sale >= LIKELY
                ? new Verdict(OfferLabel.SALE, rounded(sale))
                : new Verdict(OfferLabel.NEGATIVE, rounded(1 - sale));
    }

    private static double rounded(double x) {
        return Math.round(x * 1000) / 1000.0;
    }

    /** Weights of different terms added up; of one that stands there twice the heavier. */
    private static int weight(List<Hit> vetoes, Set<TermClass> classes) {
        Map<String, Integer> weights = new HashMap<>();
        for (Hit veto : vetoes)
            if (classes.contains(veto.termClass())) weights.merge(veto.term().anchor(), veto.term().weight(), Math::max);
        return weights.values().stream().mapToInt(w -> w).sum();
    }

    private static int sellWeight(Scene scene) {
        return scene.of(TermClass.Role.INTENT).stream()
                .filter(h -> h.termClass() == TermClass.SELL)
                .mapToInt(h -> h.term().weight())
                .sum();
    }
}
