package org.unlisted.console.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseId;
import org.unlisted.takedown.cases.CaseState;
import org.unlisted.takedown.cases.Review;
import org.unlisted.takedown.sighting.Comparison;
import org.unlisted.takedown.sighting.ListingRef;
import org.unlisted.takedown.sighting.OfferFacts;
import org.unlisted.takedown.sighting.Region;
import org.unlisted.takedown.sighting.SeenImage;
import org.unlisted.takedown.sighting.Sighting;

class DemoScoreTest {
    private static final URI ORIGIN = URI.create("http://127.0.0.1:4711");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String JSON =
            """
            {"enrol": [{"id": "p01", "name": "A", "language": "zh", "photos": ["people/p01/1.jpg"]}],
             "found": [{"listing": "/xian/item-1.html", "person": "p01", "images": ["/img/a.jpg"]},
                       {"listing": "https://t.me/x/5", "person": "p02", "images": []}],
             "mayBeFound": [{"listing": "/forum/t1.html#p3", "person": "p01", "why": "masked"}],
             "near": [{"listing": "/xian/item-2.html", "person": "p01", "stranger": "s07", "image": "/img/b.jpg"}],
             "offers": [{"listing": "/xian/item-1.html", "kind": "HANDHELD_ID_SET", "persons": 8600, "images": null,
                         "price": 3010, "currency": "CNY", "basis": "TOTAL", "pricePerFace": 0.35},
                        {"listing": "/xian/item-3.html", "kind": "FACE_PHOTO"}],
             "nearMisses": [{"listing": "/news/1.html", "why": "news"}],
             "neverFetched": ["/private/1.html"],
             "skipped": {"robots": ["/private/1.html"], "truncated": ["photo_3.jpg"]}}
            """;

    @TempDir
    Path folder;

    private Expected expected;

    @BeforeEach
    void readExpected() throws IOException {
        expected = Expected.read(Files.writeString(folder.resolve("expected.json"), JSON));
    }

    @Test
    void readsWhatAnOfferDoesNotSayAsEmpty() {
        assertThat(expected.offers().get(0).persons()).hasValue(8600);
        assertThat(expected.offers().get(0).images()).isEmpty();
        assertThat(expected.offers().get(1).price()).isEmpty();
    }

    @Test
    void refusesAnUnknownKeyAndNamesIt() throws IOException {
        Path typo = Files.writeString(
                folder.resolve("typo.json"), JSON.replace("\"why\": \"news\"", "\"why\": \"news\", \"whi\": 1"));

        assertThatThrownBy(() -> Expected.read(typo))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("typo.json")
                .hasMessageContaining("whi");
    }

    @Test
    void refusesAMissingListAndNamesIt() throws IOException {
        Path incomplete = Files.writeString(
                folder.resolve("incomplete.json"), JSON.replace("\"neverFetched\": [\"/private/1.html\"],", ""));

        assertThatThrownBy(() -> Expected.read(incomplete))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("neverFetched");
    }

    @Test
    void confirmsWhoIsExpectedOrAllowedAndDismissesTheRest() {
        var reviewer = new DemoReviewer(expected, ORIGIN, UnaryOperator.identity());

        assertThat(reviewer.decide(open("p01", "/xian/item-1.html"), NOON))
                .isInstanceOfSatisfying(DemoReviewer.Decision.Confirm.class, d -> {
                    assertThat(d.review().reviewer()).isEqualTo("demo reviewer (automatic, samples only)");
                    assertThat(d.review().reason()).contains("p01");
                });
        assertThat(reviewer.decide(open("p01", "/forum/t1.html#p3"), NOON))
                .isInstanceOfSatisfying(
                        DemoReviewer.Decision.Confirm.class, d -> assertThat(d.review().reason()).contains("masked"));
        assertThat(reviewer.decide(open("p01", "/xian/item-2.html"), NOON))
                .isInstanceOfSatisfying(DemoReviewer.Decision.Dismiss.class, d -> assertThat(d.review().reason())
                        .isEqualTo("not the person: reviewed side by side, sample stranger s07"));
        assertThat(reviewer.decide(open("p02", "/xian/item-1.html"), NOON))
                .isInstanceOf(DemoReviewer.Decision.Dismiss.class);
    }

    @Test
    void scoresASweepThatWentAsExpected() {
        DemoScore score = score(
                List.of(
                        reviewed("p01", "/xian/item-1.html"),
                        reviewed("p02", "https://t.me/x/5"),
                        reviewed("p01", "/forum/t1.html#p3"),
                        reviewed("p01", "/xian/item-2.html")),
                List.of(skipped("robots", ORIGIN + "/private/1.html"), skipped("truncated", "photo_3.jpg")));

        assertThat(score.asExpected()).isTrue();
        assertThat(score.found()).hasSize(2);
    }

    @Test
    void namesWhoWasMissed() {
        DemoScore score = score(List.of(reviewed("p01", "/xian/item-1.html")), List.of());

        assertThat(score.found()).containsExactly(ORIGIN + "/xian/item-1.html p01");
        assertThat(score.missed()).containsExactly("https://t.me/x/5 p02");
        assertThat(score.asExpected()).isFalse();
    }

    @Test
    void doesNotCountACaseThatNobodyDecided() {
        assertThat(score(List.of(open("p01", "/xian/item-1.html")), List.of()).found()).isEmpty();
    }

    @Test
    void countsAConfirmedStrangerAndACaseOnANearMiss() {
        Case stranger = in(open("p02", "/xian/item-1.html"), true);
        DemoScore score = score(List.of(stranger, reviewed("p01", "/news/1.html")), List.of());

        assertThat(score.strangersMatched()).containsExactly(ORIGIN + "/xian/item-1.html p02");
        assertThat(score.nearMissCases()).containsExactly(ORIGIN + "/news/1.html p01");
    }

    @Test
    void namesWhatWasSkippedOtherwiseThanExpected() {
        DemoScore score = score(
                List.of(),
                List.of(skipped("timeout", ORIGIN + "/private/1.html"), skipped("truncated", "photo_3.jpg")));

        assertThat(score.skippedDiffers())
                .containsExactly(
                        "not skipped: robots " + ORIGIN + "/private/1.html",
                        "skipped: timeout " + ORIGIN + "/private/1.html");
    }

    @Test
    void comparesOffersFieldByField() {
        DemoScore right = score(offer("/xian/item-1.html", facts("HANDHELD_ID_SET", "3010.00", "0.3501")));
        assertThat(right.offersRead()).isEqualTo(1);
        assertThat(right.offersDiffer()).containsExactly(ORIGIN + "/xian/item-3.html not read as an offer");

        DemoScore wrong = score(
                offer("/xian/item-1.html", facts("FACE_PHOTO", "301", "0.035")),
                offer("/news/1.html", facts("FACE_PHOTO", "1", "1")));
        assertThat(wrong.offersRead()).isZero();
        assertThat(wrong.offersDiffer())
                .anyMatch(d -> d.contains("kind"))
                .contains(ORIGIN + "/xian/item-1.html price: 301 instead of 3010")
                .anyMatch(d -> d.contains("pricePerFace"))
                .contains(ORIGIN + "/news/1.html read as an offer")
                .hasSize(5);
    }

    private DemoScore score(List<Case> cases, List<SweepEvent.Skipped> skipped) {
        return DemoScore.of(expected, ORIGIN, UnaryOperator.identity(), cases, skipped, List.of());
    }

    private DemoScore score(ListingRef... offers) {
        return DemoScore.of(expected, ORIGIN, UnaryOperator.identity(), List.of(), List.of(), List.of(offers));
    }

    private Case reviewed(String person, String listing) {
        Case open = open(person, listing);
        return in(
                open,
                switch (new DemoReviewer(expected, ORIGIN, UnaryOperator.identity()).decide(open, NOON)) {
                    case DemoReviewer.Decision.Confirm _ -> true;
                    case DemoReviewer.Decision.Dismiss _, DemoReviewer.Decision.Leave _ -> false;
                });
    }

    private Case in(Case open, boolean confirmed) {
        var review = new Review("somebody", NOON, "looked");
        CaseState state = confirmed ? new CaseState.Confirmed(review) : new CaseState.Dismissed(review);
        return new Case(open.id(), open.subject(), open.listing(), open.sightings(), state, NOON);
    }

    private static Case open(String person, String listing) {
        ListingRef at = offer(listing, facts("FACE_PHOTO", "1", "1"));
        var image = new SeenImage(
                URI.create("http://127.0.0.1/a.jpg"), "0".repeat(64), 9, 9, new Region(0, 0, 5, 5), List.of(),
                "a.warc");
        var sighting = new Sighting(
                "s", person, new Comparison(0.7, 0.5, 1e-4, "m"), at, image, NOON, "p.warc", List.of());
        return new Case(
                new CaseId("C-2026-7K3M9Q2X"), person, at, List.of(sighting), new CaseState.UnderReview(), NOON);
    }

    private static ListingRef offer(String listing, OfferFacts facts) {
        return new ListingRef("market", ORIGIN.resolve(listing), "title", "en", Optional.empty(), facts);
    }

    private static OfferFacts facts(String kind, String price, String perFace) {
        return new OfferFacts(
                kind,
                OptionalLong.of(8600),
                OptionalLong.empty(),
                Optional.of(new BigDecimal(price)),
                Optional.of("CNY"),
                Optional.of("TOTAL"),
                Optional.of(new BigDecimal(perFace)),
                "quote");
    }

    private static SweepEvent.Skipped skipped(String reason, String item) {
        return new SweepEvent.Skipped("market", item, reason, "why");
    }
}
