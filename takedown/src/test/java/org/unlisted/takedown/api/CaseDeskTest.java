package org.unlisted.takedown.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.unlisted.takedown.fixture.Samples.SUBJECT;
import static org.unlisted.takedown.fixture.Samples.bareOffer;
import static org.unlisted.takedown.fixture.Samples.fullOffer;
import static org.unlisted.takedown.fixture.Samples.image;
import static org.unlisted.takedown.fixture.Samples.listing;
import static org.unlisted.takedown.fixture.Samples.review;
import static org.unlisted.takedown.fixture.Samples.sighting;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseDesk;
import org.unlisted.takedown.cases.CaseId;
import org.unlisted.takedown.cases.CaseState;
import org.unlisted.takedown.cases.Review;
import org.unlisted.takedown.fixture.MemoryCaseStore;
import org.unlisted.takedown.fixture.Samples;
import org.unlisted.takedown.sighting.Comparison;
import org.unlisted.takedown.sighting.Sighting;
import org.unlisted.takedown.sighting.Strength;

class CaseDeskTest {
    private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");
    private static final byte[] PORTRAIT = "portrait".getBytes(UTF_8);
    private static final byte[] SHEET = "sheet".getBytes(UTF_8);
    private final MemoryCaseStore store = new MemoryCaseStore();
    private final CaseDesk desk = new CaseDesk(store, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void opensACaseForTheFirstSighting() {
        Case opened = desk.file(sighting("s1", PORTRAIT));

        assertThat(opened.state()).isEqualTo(new CaseState.UnderReview());
        assertThat(opened.subject()).isEqualTo(SUBJECT);
        assertThat(opened.openedAt()).isEqualTo(NOW);
        assertThat(opened.id().value()).matches("C-2026-[0-9A-Z]{8}");
        assertThat(store.list()).containsExactly(opened);
    }

    @Test
    void joinsSightingsOfTheSameEnroleeAndListing() {
        Case opened = desk.file(sighting("s1", PORTRAIT));
        Case joined = desk.file(sighting("s2", SHEET));

        assertThat(joined.id()).isEqualTo(opened.id());
        assertThat(joined.sightings()).extracting(Sighting::id).containsExactly("s1", "s2");
        assertThat(store.list()).hasSize(1);
    }

    @Test
    void opensASecondCaseForAnotherEnroleeInTheSameListing() {
        Sighting ada = sighting("s1", PORTRAIT);
        var ben = new Sighting("s2", "ben", ada.comparison(), ada.listing(), ada.image(), ada.seenAt(), "p", List.of());
        desk.file(ada);
        desk.file(ben);
        assertThat(store.list()).extracting(Case::subject).containsExactly(SUBJECT, "ben");
        assertThat(store.list()).extracting(Case::id).doesNotHaveDuplicates();
    }

    @Test
    void doesNotConfirmACaseThatRestsOnMasksAlone() {
        Case masked = desk.file(seen(sighting("s1", PORTRAIT), Strength.MASKED));

        assertThatIllegalStateException().isThrownBy(() -> desk.confirm(masked.id(), review()))
                .withMessageContaining(masked.id().value())
                .withMessageContaining("rests on masked faces alone");
        assertThat(store.list()).extracting(Case::state).containsExactly(new CaseState.UnderReview());
    }

    @Test
    void confirmsAMaskedFaceOnceABareOneJoinsIt() {
        Case masked = desk.file(seen(sighting("s1", PORTRAIT), Strength.MASKED));
        desk.file(seen(sighting("s2", SHEET), Strength.LOW_QUALITY));

        assertThat(desk.confirm(masked.id(), review()).state()).isEqualTo(new CaseState.Confirmed(review()));
    }

    private static Sighting seen(Sighting s, Strength strength) {
        Comparison c = s.comparison();
        return new Sighting(
                s.id(), s.subject(), new Comparison(c.cosine(), c.threshold(), c.falseMatchRate(), c.model(), strength),
                s.listing(), s.image(), s.seenAt(), s.pageEvidence(), s.listingImages());
    }

    @Test
    void changesNothingWhenTheSameSightingIsFiledAgain() {
        Case opened = desk.file(sighting("s1", PORTRAIT));
        assertThat(desk.file(sighting("s1", PORTRAIT))).isEqualTo(opened);
        assertThat(store.writes()).isEqualTo(1);
    }

    @Test
    void keepsTheLatestFactsOfAListingUnderReview() {
        desk.file(sighting("s1", listing("zh", bareOffer()), image(PORTRAIT), NOW));
        Case joined = desk.file(sighting("s2", listing("zh", fullOffer()), image(SHEET), NOW));
        assertThat(joined.listing().offer()).isEqualTo(fullOffer());
    }

    @Test
    void reopensADismissedCaseForANewPictureOnly() {
        CaseId id = desk.file(sighting("s1", PORTRAIT)).id();
        Case dismissed = desk.dismiss(id, review());
        assertThat(dismissed.state()).isEqualTo(new CaseState.Dismissed(review()));

        assertThat(desk.file(sighting("s2", PORTRAIT)).state()).isInstanceOf(CaseState.Dismissed.class);
        assertThat(desk.file(sighting("s3", SHEET)).state()).isInstanceOf(CaseState.UnderReview.class);
    }

    @Test
    void doesNotLetANewPictureSlipIntoAConfirmedCase() {
        CaseId id = desk.file(sighting("s1", PORTRAIT)).id();
        desk.confirm(id, review());

        assertThat(desk.file(sighting("s2", PORTRAIT)).state()).isEqualTo(new CaseState.Confirmed(review()));
        assertThat(desk.file(sighting("s3", SHEET)).state()).isEqualTo(new CaseState.UnderReview());
    }

    @Test
    void remembersWhoConfirmedWhenTheNoticeIsOut() {
        CaseId id = desk.file(sighting("s1", PORTRAIT)).id();
        desk.confirm(id, review());
        assertThat(desk.notice(id).state()).isEqualTo(new CaseState.Noticed(review(), NOW));
        assertThat(desk.file(sighting("s2", SHEET)).state()).isInstanceOf(CaseState.Noticed.class);
    }

    @Test
    void refusesStepsThatLeaveOutAPersonAndNamesCaseAndState() {
        CaseId id = desk.file(sighting("s1", PORTRAIT)).id();
        assertThatThrownBy(() -> desk.notice(id))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("case " + id + " is under-review: cannot be noticed");

        desk.dismiss(id, review());
        assertThatThrownBy(() -> desk.confirm(id, review()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(id.value())
                .hasMessageContaining("dismissed");
        assertThatThrownBy(() -> desk.dismiss(id, review())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> desk.notice(id)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void wantsAReasonForADismissalAndAReviewerForEverything() {
        CaseId id = desk.file(sighting("s1", PORTRAIT)).id();
        assertThatThrownBy(() -> desk.dismiss(id, new Review("mai", NOW, " ")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Review(" ", NOW, "why")).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.find(id).orElseThrow().state()).isInstanceOf(CaseState.UnderReview.class);
    }

    @Test
    void saysSoWhenThereIsNoSuchCase() {
        assertThatThrownBy(() -> desk.confirm(new CaseId("C-2026-000123"), review()))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("C-2026-000123");
    }

    @Test
    void aCaseHoldsSightingsOfItsOwnEnroleeAndListingOnly() {
        Case confirmed = Samples.confirmed();
        assertThatThrownBy(() -> new Case(
                        confirmed.id(), "ben", confirmed.listing(), confirmed.sightings(), confirmed.state(), NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("s1");
    }
}
