package org.unlisted.console.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.console.desk.Evidence;
import org.unlisted.console.storage.Database;
import org.unlisted.console.storage.JdbcCaseStore;
import org.unlisted.console.storage.JdbcListings;
import org.unlisted.crawl.signal.Severity;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseDesk;
import org.unlisted.takedown.cases.CaseState;
import org.unlisted.takedown.cases.Review;
import org.unlisted.takedown.evidence.EvidenceVault;

class CaseVisitsTest {
    private static final Path PLAN = Path.of("/plans/a.yaml").toAbsolutePath();
    private static final URI LISTING = URI.create("https://forum.example/t-1#p2");
    private static final URI PAGE = URI.create("https://forum.example/t-1");
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    private Path dir;

    private Database database;
    private JdbcListings listings;
    private Evidence evidence;

    @BeforeEach
    void open() throws Exception {
        database = Database.open("jdbc:h2:file:" + dir.resolve("db"));
        listings = new JdbcListings(database);
        evidence = new Evidence(new EvidenceVault(dir.resolve("evidence"), new byte[32]));
        listings.seen(new JdbcListings.Place(Optional.of(PLAN), "forum", LISTING, PAGE), "FACE_PHOTO", Severity.NONE, NOW);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Case opened(String subject) throws Exception {
        Case opened = desk().file(evidence.sheet(subject, LISTING.toString()));
        at(Duration.ZERO).filed(LISTING, opened.state());
        return opened;
    }

    private Case dismissed(Case opened) {
        return desk().dismiss(opened.id(), new Review("r", NOW, "not the same person"));
    }

    private CaseDesk desk() {
        return new CaseDesk(new JdbcCaseStore(database), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private CaseVisits at(Duration later) {
        return new CaseVisits(listings, Clock.fixed(NOW.plus(later), ZoneOffset.UTC));
    }

    @Test
    void asksForTheListingOfAnOpenCaseOnceADay() throws Exception {
        opened("p01");
        assertThat(at(Duration.ofHours(23)).due(PLAN)).isEmpty();
        assertThat(at(Duration.ofDays(1)).due(PLAN)).containsExactly(PAGE);
        assertThat(at(Duration.ofDays(1)).due(Path.of("/plans/b.yaml"))).as("another plan's affair").isEmpty();

        at(Duration.ofDays(1)).asked(PLAN, List.of(URI.create("https://forum.example/t-2")));
        assertThat(at(Duration.ofHours(25)).due(PLAN)).containsExactly(PAGE);
        at(Duration.ofDays(1)).asked(PLAN, List.of(PAGE));
        assertThat(at(Duration.ofHours(25)).due(PLAN)).isEmpty();
        assertThat(at(Duration.ofDays(2)).due(PLAN)).containsExactly(PAGE);
    }

    @Test
    void asksForNothingFromTheMomentThatTheCaseIsDismissed() throws Exception {
        Case opened = opened("p01");
        assertThat(at(Duration.ofDays(1)).due(PLAN)).containsExactly(PAGE);

        Case dismissed = dismissed(opened);
        assertThat(at(Duration.ofDays(1)).due(PLAN)).isEmpty();
        at(Duration.ofDays(1)).asked(PLAN, List.of(PAGE));
        at(Duration.ofDays(1)).filed(LISTING, dismissed.state());
        assertThat(at(Duration.ofDays(9)).due(PLAN)).isEmpty();
    }

    @Test
    void goesOnAskingForAnotherPersonsCaseOfTheSameListing() throws Exception {
        opened("p02");
        Case dismissed = dismissed(opened("p01"));
        at(Duration.ZERO).filed(LISTING, dismissed.state());
        assertThat(at(Duration.ofDays(1)).due(PLAN)).containsExactly(PAGE);
    }

    @Test
    void asksOnceADayAsWellForAListingThatIsGone() throws Exception {
        opened("p01");
        listings.gone(PAGE);
        assertThat(at(Duration.ofDays(1)).due(PLAN)).as("it may be back").containsExactly(PAGE);
        at(Duration.ofDays(1)).asked(PLAN, List.of(PAGE));
        assertThat(at(Duration.ofHours(47)).due(PLAN)).isEmpty();
    }

    @Test
    void leavesListingsOfChatsAlone() {
        at(Duration.ZERO).filed(URI.create("chat:export/17"), new CaseState.UnderReview());
        assertThat(at(Duration.ofDays(9)).due(PLAN)).isEmpty();
    }
}
