package org.unlisted.console.report;

import java.util.Optional;
import org.unlisted.console.demo.DemoReviewer;
import org.unlisted.crawl.signal.Masker;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseState;
import org.unlisted.takedown.cases.Review;
import org.unlisted.takedown.sighting.ListingRef;
import org.unlisted.takedown.sighting.Sighting;

/**
 * A case as a card of the report.
 *
 * @param tone     confirmed, open or dismissed: a class of the style sheet
 * @param crop     as data URI; so are {@code portrait} and {@code covered}
 * @param stranger the pictures are withheld, because a reviewer saw somebody else
 */
record CaseCard(
        String id,
        String subject,
        String tone,
        String state,
        String source,
        String url,
        String language,
        String title,
        String kind,
        Optional<String> crop,
        Optional<String> portrait,
        Optional<String> covered,
        boolean stranger,
        String sightings,
        Gauge gauge,
        Optional<Decision> decision,
        Optional<String> packet,
        Optional<String> notice) {

    /**
     * @param demo the reviewer is the samples' automatic one
     */
    record Decision(String reviewer, String at, String reason, boolean demo) {}

    static CaseCard of(ReportCase shown, Words words) {
        Case reported = shown.reported();
        ListingRef listing = reported.listing();
        Sighting strongest = ReportCase.strongest(reported);
        return new CaseCard(
                reported.id().value(),
                reported.subject(),
                tone(reported.state()),
                words.coded("state", reported.state().word()),
                listing.source(),
                listing.url().toString(),
                listing.language(),
                Masker.mask(listing.title()),
                OfferCard.kind(listing.offer(), words),
                shown.crop().map(Picture::dataUri),
                shown.portrait().map(Picture::dataUri),
                shown.covered().map(Picture::dataUri),
                reported.state() instanceof CaseState.Dismissed,
                words.text("case_sightings", reported.sightings().size()),
                Gauge.of(strongest.comparison(), words),
                review(reported.state()).map(r -> decision(r, words)),
                shown.packet().map(ReportCase::link),
                shown.notice().map(ReportCase::link));
    }

    private static String tone(CaseState state) {
        return switch (state) {
            case CaseState.UnderReview _ -> "open";
            case CaseState.Confirmed _, CaseState.Noticed _ -> "confirmed";
            case CaseState.Dismissed _ -> "dismissed";
        };
    }

    private static Optional<Review> review(CaseState state) {
        return switch (state) {
            case CaseState.UnderReview _ -> Optional.empty();
            case CaseState.Confirmed(Review review) -> Optional.of(review);
            case CaseState.Dismissed(Review review) -> Optional.of(review);
            case CaseState.Noticed(Review review, var _) -> Optional.of(review);
        };
    }

    private static Decision decision(Review review, Words words) {
        boolean demo = review.reviewer().equals(DemoReviewer.NAME);
        return new Decision(review.reviewer(), words.time(review.at()), review.reason(), demo);
    }
}
