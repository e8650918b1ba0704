package org.unlisted.crawl.offer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Puts what was found into offers, with the author's words as reasons. */
final class OfferMaker {
    private OfferMaker() {}

    /** @param heard where the wording alone speaks for the label; needed where no term does */
    static Offer make(Scene scene, Judge.Verdict verdict, Kinds kinds, Deal deal, List<Hit> vetoes, Optional<Span> heard) {
        OfferLabel label = verdict.label();
        List<Reason> reasons = new ArrayList<>();
        NormalText text = scene.text();
        scene.hits().stream()
                .filter(h -> speaksFor(h.role(), label))
                .forEach(h -> reasons.add(text.reason(h.start(), h.end(), true)));
        heard.ifPresent(s -> reasons.add(text.reason(s.start(), s.end(), true)));
        deal.figures().forEach(f -> reasons.add(text.reason(f.start(), f.end(), true)));
        reasons.sort(Comparator.comparingInt(Reason::start));
        String quote = reasons.isEmpty() ? "" : quote(text.original(), reasons);
        vetoes.forEach(v -> reasons.add(text.reason(v.start(), v.end(), false)));
        return switch (label) {
            case SALE -> new Offer(
                    label,
                    kinds.label(),
                    deal.persons(),
                    deal.images(),
                    deal.price(),
                    deal.pricePerFace(),
                    deal.tiers(),
                    verdict.confidence(),
                    quote,
                    reasons);
            // A buyer has no stock: what he names is what he wants to have and to pay.
            case WANTED -> other(verdict, kinds.label(), OptionalLong.empty(), deal.price(), quote, reasons);
            case TOOL -> other(verdict, "LIVENESS_TOOL", OptionalLong.empty(), as(deal, Price.Basis.TOTAL), quote, reasons);
            case LOOKUP -> other(verdict, "LOOKUP_SERVICE", OptionalLong.of(1), as(deal, Price.Basis.PER_LOOKUP), quote, reasons);
            case NEGATIVE -> throw new IllegalArgumentException("a NEGATIVE offers nothing");
        };
    }

    /** Sells no faces, so there is no price of one. */
    private static Offer other(
            Judge.Verdict verdict, String kind, OptionalLong persons, Optional<Price> price, String quote, List<Reason> reasons) {
        return new Offer(
                verdict.label(),
                kind,
                persons,
                OptionalLong.empty(),
                price,
                Optional.empty(),
                List.of(),
                verdict.confidence(),
                quote,
                reasons);
    }

    private static Optional<Price> as(Deal deal, Price.Basis basis) {
        return deal.price().map(p -> new Price(p.amount(), p.currency(), p.inferred(), basis));
    }

    static Offer negative(Scene scene, List<Hit> vetoes, double confidence) {
        NormalText text = scene.text();
        Stream<Reason> against = scene.of(TermClass.Role.NOUN).stream()
                .map(h -> text.reason(h.start(), h.end(), false));
        List<Reason> reasons = Stream.concat(vetoes.stream().map(v -> text.reason(v.start(), v.end(), true)), against)
                .toList();
        return new Offer(
                OfferLabel.NEGATIVE,
                "",
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                confidence,
                "",
                reasons);
    }

    private static boolean speaksFor(TermClass.Role role, OfferLabel label) {
        return switch (role) {
            case NOUN, VIEW -> true;
            case INTENT, PACK -> label != OfferLabel.WANTED;
            case SEEK -> label == OfferLabel.WANTED;
            case TOOL -> label == OfferLabel.TOOL;
            case LOOKUP -> label == OfferLabel.LOOKUP;
            case VETO, NEGATOR, NEUTRAL, MARK -> false;
        };
    }

    /** The author's words from the first reason to the last. */
    private static String quote(String original, List<Reason> ordered) {
        int end = ordered.stream().mapToInt(Reason::end).max().orElseThrow();
        return original.substring(ordered.getFirst().start(), end);
    }

    /** Titles repeat what the body says: of two statements of one offer the fuller one stays. */
    static void merge(List<Offer> offers, Offer next) {
        for (int i = 0; i < offers.size(); i++) {
            Offer known = offers.get(i);
            boolean same = known.label() == next.label()
                    && agree(known.persons(), next.persons())
                    && agree(known.images(), next.images())
                    && amount(known).equals(amount(next))
                    && (known.kind().equals(next.kind()) || known.price().isEmpty());
            if (!same) continue;
            if (fullness(next) > fullness(known)) offers.set(i, next);
            return;
        }
        offers.add(next);
    }

    private static Optional<BigDecimal> amount(Offer offer) {
        return offer.price().map(Price::amount).map(BigDecimal::stripTrailingZeros);
    }

    private static boolean agree(OptionalLong a, OptionalLong b) {
        return a.isEmpty() || b.isEmpty() || a.getAsLong() == b.getAsLong();
    }

    private static int fullness(Offer offer) {
        return (offer.persons().isPresent() ? 1 : 0) + (offer.images().isPresent() ? 1 : 0) + offer.reasons().size();
    }
}
