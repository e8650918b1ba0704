package org.unlisted.console.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.unlisted.crawl.signal.Masker;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseState;
import org.unlisted.takedown.sighting.Sighting;
import org.unlisted.takedown.sighting.Strength;

/**
 * A case as the page shows it. The listing's address is a text and not a link: one click on it would tell the seller
 * that somebody is looking.
 *
 * @param reason of the decision; empty while under review
 */
record CaseView(
        String id,
        String enrolee,
        String state,
        String stateWord,
        boolean underReview,
        String reason,
        Instant opened,
        String openedText,
        Listing listing,
        List<SightingView> sightings) {

    /** Those under review first, then the newest. */
    static final Comparator<CaseView> ORDER = Comparator.comparing(CaseView::underReview)
            .thenComparing(CaseView::opened)
            .reversed()
            .thenComparing(CaseView::id);

    /** What is for sale. */
    record Listing(
            String title,
            String url,
            String source,
            String language,
            Optional<String> seller,
            String kind,
            Optional<String> pricePerFace,
            Optional<String> persons,
            String quote) {}

    /**
     * @param number in its case, from 1
     */
    record SightingView(
            int number,
            String cosine,
            String threshold,
            String falseMatchRate,
            String model,
            Strength strength,
            String seen,
            int others) {}

    static CaseView of(Case known, CaseWords words) {
        return new CaseView(
                known.id().value(),
                known.subject(),
                known.state().word(),
                words.state(known.state()),
                known.state() instanceof CaseState.UnderReview,
                reason(known.state()),
                known.openedAt(),
                words.time(known.openedAt()),
                listing(known, words),
                IntStream.range(0, known.sightings().size())
                        .mapToObj(i -> sighting(i + 1, known.sightings().get(i), words))
                        .toList());
    }

    private static String reason(CaseState state) {
        return switch (state) {
            case CaseState.UnderReview _ -> "";
            case CaseState.Confirmed(var review) -> review.reason();
            case CaseState.Dismissed(var review) -> review.reason();
            case CaseState.Noticed(var review, _) -> review.reason();
        };
    }

    private static Listing listing(Case known, CaseWords words) {
        var listing = known.listing();
        return new Listing(
                Masker.mask(listing.title()),
                listing.url().toString(),
                listing.source(),
                listing.language(),
                listing.seller(),
                words.kind(listing.offer()),
                words.pricePerFace(listing.offer()),
                words.persons(listing.offer()),
                Masker.mask(listing.offer().quote()));
    }

    private static SightingView sighting(int number, Sighting sighting, CaseWords words) {
        var comparison = sighting.comparison();
        return new SightingView(
                number,
                words.cosine(comparison.cosine()),
                words.cosine(comparison.threshold()),
                words.falseMatchRate(comparison.falseMatchRate()),
                comparison.model(),
                comparison.strength(),
                words.time(sighting.seenAt()),
                sighting.image().others().size());
    }
}
