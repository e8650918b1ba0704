package org.unlisted.console.report;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.unlisted.crawl.signal.Masker;
import org.unlisted.crawl.signal.Severity;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.takedown.sighting.OfferFacts;

/**
 * An offer as a card of the report. Titles and quotes are the seller's, in the seller's language, without contacts and
 * personal numbers.
 *
 * @param exposes the text itself gives personal numbers away
 */
record OfferCard(
        String source,
        String url,
        String language,
        String title,
        String quote,
        Optional<String> seller,
        String kind,
        String quantity,
        Optional<String> price,
        Optional<String> perFace,
        String images,
        String contacts,
        String severity,
        boolean exposes) {

    static OfferCard of(SweepEvent.OfferSeen seen, Words words) {
        OfferFacts facts = seen.listing().offer();
        String currency = facts.currency().orElse("");
        String basis = facts.basis().map(b -> " " + words.coded("basis", b)).orElse("");
        return new OfferCard(
                seen.listing().source(),
                seen.listing().url().toString(),
                seen.listing().language(),
                Masker.maskAll(seen.listing().title()),
                Masker.maskAll(facts.quote()),
                seen.listing().seller(),
                kind(facts, words),
                quantity(facts, words),
                facts.price().map(amount -> words.money(amount, currency) + basis),
                facts.pricePerFace().map(amount -> words.money(amount, currency)),
                words.text("card_images", seen.images()),
                words.text("card_contacts", seen.contacts().size()),
                words.coded("severity", seen.severity().name()),
                seen.severity().compareTo(Severity.PERSONAL_DATA) >= 0);
    }

    static String kind(OfferFacts facts, Words words) {
        return Arrays.stream(facts.kind().split("\\+", -1))
                .map(part -> words.coded("kind", part))
                .collect(Collectors.joining(" + "));
    }

    private static String quantity(OfferFacts facts, Words words) {
        if (facts.persons().isEmpty() && facts.images().isEmpty()) return words.text("quantity_unsaid");
        String people = counted(words, "quantity_people", facts.persons());
        String pictures = counted(words, "quantity_pictures", facts.images());
        return people.isEmpty() || pictures.isEmpty() ? people + pictures : people + " · " + pictures;
    }

    private static String counted(Words words, String key, OptionalLong count) {
        return count.isPresent() ? words.text(key, count.getAsLong()) : "";
    }
}
