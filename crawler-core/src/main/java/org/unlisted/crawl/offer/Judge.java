package org.unlisted.crawl.offer;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    // Half log odds. Even a somewhat less clear reporter is believed: a false sale is worse than a missed one.
    private static final double MARGIN = -0.6;
    private static final int AROUND = 30; // characters

    private final Gist gist;
    private final Decision decision;

    Judge(Gist gist, Decision decision) {
        this.gist = gist;
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

    Map<String, Double> evidence(Scene scene, Deal deal, List<Hit> vetoes) {
        return Evidence.of(scene, deal, vetoes, gist.odds(scene.text().text(), heard(scene)));
    }

    /** Of a part of a longer text only what stands around its terms and figures: chatter far off has another voice. */
    private static Span heard(Scene scene) {
        Span span = scene.span();
        if (span.end() - span.start() >= scene.text().text().length()) return span;
        int from = span.end();
        int to = span.start();
        for (Hit h : scene.hits()) {
            if (!span.holds(h)) continue;
            from = Math.min(from, h.start());
            to = Math.max(to, h.end());
        }
        for (Figure f : scene.figures()) {
            if (!span.holds(f)) continue;
            from = Math.min(from, f.start());
            to = Math.max(to, f.end());
        }
        return from >= to ? span : new Span(Math.max(span.start(), from - AROUND), Math.min(span.end(), to + AROUND));
    }

    /** How likely it is that something is offered or wanted. */
    double likelihood(Map<String, Double> evidence) {
        return 1 - decision.likelihoods(evidence).getOrDefault(OfferLabel.NEGATIVE, 1.0);
    }

    Verdict judge(Scene scene, Deal deal, List<Hit> vetoes) {
        if (weight(vetoes, FINAL) >= DECISIVE) return new Verdict(OfferLabel.NEGATIVE, 0.95);
        Map<String, Double> evidence = evidence(scene, deal, vetoes);
        Map<OfferLabel, Double> likely = decision.likelihoods(evidence);
        OfferLabel best = OfferLabel.NEGATIVE;
        for (OfferLabel label : OfferLabel.values())
            if (likely.getOrDefault(label, 0.0) > likely.getOrDefault(best, 0.0)) best = label;
        // Who reports offers quotes them: no seller's words in the report make it one.
        boolean heard = evidence.getOrDefault(Evidence.REPORTER, 0.0) != 0;
        boolean reported = heard && evidence.getOrDefault(Evidence.REPORTER, 0.0) - evidence.getOrDefault(Evidence.SELLER, 0.0) > MARGIN;
        if (best == OfferLabel.SALE && reported) return new Verdict(OfferLabel.NEGATIVE, 0.6);
        return new Verdict(best, rounded(likely.getOrDefault(best, 0.0)));
    }

    /** Where the wording speaks for the label, when no goods are named. */
    Optional<Span> heard(Scene scene, Verdict verdict) {
        boolean named = !scene.goods().isEmpty() || verdict.label() == OfferLabel.NEGATIVE;
        return named ? Optional.empty() : gist.loudest(scene.text().text(), scene.span(), speaker(verdict.label()));
    }

    private static Voice speaker(OfferLabel label) {
        return switch (label) {
            case SALE -> Voice.SELLER;
            case WANTED -> Voice.BUYER;
            case TOOL -> Voice.TOOLMAKER;
            case LOOKUP -> Voice.FINDER;
            case NEGATIVE -> Voice.ANYBODY;
        };
    }

    private static double rounded(double x) {
        return Math.round(x * 1000) / 1000.0;
    }

    /** Weights of different terms added up; of one that stands there twice the heavier. */
    private static int weight(List<Hit> vetoes, Set<TermClass> classes) {
        Map<String, Integer> weights = new HashMap<>();
        for (Hit veto : vetoes)
            if (classes.contains(veto.termClass())) weights.merge(veto.anchor(), veto.term().weight(), Math::max);
        return weights.values().stream().mapToInt(w -> w).sum();
    }
}
