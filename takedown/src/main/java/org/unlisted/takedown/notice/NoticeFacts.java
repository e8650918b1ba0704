package org.unlisted.takedown.notice;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseState;
import org.unlisted.takedown.sighting.OfferFacts;
import org.unlisted.takedown.sighting.Sighting;

/**
 * The values of a template's variables. What is not here cannot get into a notice: the enrolee, the cosine, the
 * reviewer.
 */
final class NoticeFacts {
    /** In every notice: DSA Art. 16(2) a to d and what makes our evidence checkable. */
    static final Set<String> OBLIGATORY = Set.of(
            "case", "date", "recipient", "organisation", "country", "email", "url", "firstSeen", "kinds", "reviewedAt",
            "pictures", "pictureUrl", "pictureSha256", "packetFile", "packetSha256");
    /** Where the listing says so; as sections. */
    static final Set<String> OPTIONAL =
            Set.of("title", "seller", "lastSeen", "quote", "persons", "images", "price", "pricePerFace");

    private static final int TITLE_LENGTH = 120; // characters
    private static final int QUOTE_LENGTH = 300;
    private final Figures figures;
    private final Phrases phrases;

    NoticeFacts(Figures figures, Phrases phrases) {
        this.figures = figures;
        this.phrases = phrases;
    }

    Map<String, Object> of(NoticeRequest request, String language) {
        Case confirmed = request.confirmed();
        var listing = confirmed.listing();
        var facts = new HashMap<String, Object>();
        facts.put("case", confirmed.id().value());
        facts.put("date", figures.date(request.date()));
        facts.put("recipient", request.channel().name(language));
        facts.put("organisation", request.notifier().organisation());
        facts.put("country", request.notifier().country());
        facts.put("email", request.notifier().email());
        facts.put("url", listing.url().toASCIIString());
        facts.put("title", section(Quoted.line(listing.title(), TITLE_LENGTH)));
        facts.put("seller", section(listing.seller().flatMap(Quoted::handle)));
        facts.put("reviewedAt", figures.time(reviewedAt(confirmed)));
        facts.put("pictures", pictures(confirmed));
        facts.put("packetFile", request.packet().fileName());
        facts.put("packetSha256", request.packet().sha256());
        putTimes(facts, confirmed);
        putOffer(facts, listing.offer());
        return facts;
    }

    private void putTimes(Map<String, Object> facts, Case confirmed) {
        List<Instant> seen =
                confirmed.sightings().stream().map(Sighting::seenAt).sorted().toList();
        String first = figures.time(seen.getFirst());
        facts.put("firstSeen", first);
        facts.put("lastSeen", section(Optional.of(figures.time(seen.getLast())).filter(last -> !last.equals(first))));
    }

    private void putOffer(Map<String, Object> facts, OfferFacts offer) {
        facts.put("kinds", phrases.kinds(offer.kind()));
        facts.put("quote", section(Quoted.line(offer.quote(), QUOTE_LENGTH)));
        facts.put("persons", section(number(offer.persons())));
        facts.put("images", section(number(offer.images())));
        facts.put("price", section(offer.price().map(p -> price(figures.money(p, offer.currency()), offer))));
        facts.put(
                "pricePerFace",
                section(offer.pricePerFace().map(p -> figures.roundedMoney(p, offer.currency()))));
    }

    /** jmustache renders a section once for each element, and knows no Optional. */
    private static List<String> section(Optional<String> value) {
        return value.map(List::of).orElse(List.of());
    }

    private Optional<String> number(OptionalLong n) {
        return n.isPresent() ? Optional.of(figures.number(n.getAsLong())) : Optional.empty();
    }

    private String price(String amount, OfferFacts offer) {
        return offer.basis()
                .flatMap(b -> Optional.ofNullable(phrases.basis().get(b)))
                .map(pattern -> pattern.replace("{}", amount))
                .orElse(amount);
    }

    private static Instant reviewedAt(Case confirmed) {
        return switch (confirmed.state()) {
            case CaseState.Confirmed(var review) -> review.at();
            case CaseState.UnderReview _, CaseState.Dismissed _, CaseState.Noticed _ ->
                throw new IllegalArgumentException("case " + confirmed.id() + " is not confirmed");
        };
    }

    private static List<Map<String, String>> pictures(Case confirmed) {
        return confirmed.sightings().stream()
                .map(Sighting::image)
                .map(i -> Map.of("pictureUrl", i.url().toASCIIString(), "pictureSha256", i.sha256()))
                .distinct()
                .toList();
    }
}
