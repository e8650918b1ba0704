package org.unlisted.console.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DuplicateKeyException;
import org.unlisted.console.desk.Evidence;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseDesk;
import org.unlisted.takedown.cases.CaseId;
import org.unlisted.takedown.cases.Review;
import org.unlisted.takedown.evidence.EvidenceVault;

class JdbcCaseStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-22T11:30:00.123456789Z");
    private static final String LISTING = "http://market.example/item/1?长=" + "a".repeat(4000);

    @TempDir
    Path dir;

    private Evidence evidence;

    @BeforeEach
    void openVault() {
        evidence = new Evidence(new EvidenceVault(dir.resolve("evidence"), new byte[32]));
    }

    @ParameterizedTest
    @MethodSource("org.unlisted.console.storage.Databases#available")
    void givesBackWhatItWasGivenInEveryState(Databases kind) throws Exception {
        try (Database database = Database.open(kind.url(dir))) {
            JdbcCaseStore store = new JdbcCaseStore(database);
            CaseDesk desk = new CaseDesk(store, Clock.fixed(NOW, ZoneOffset.UTC));
            Case opened = desk.file(evidence.sheet("p01", LISTING));
            assertThat(store.find(opened.id())).hasValue(opened);
            Case joined = desk.file(evidence.portrait("p01", LISTING));
            assertThat(joined.sightings()).hasSize(2);
            assertThat(store.find("p01", URI.create(LISTING))).hasValue(joined);
            Case confirmed = desk.confirm(joined.id(), new Review("an", NOW, "同一人"));
            assertThat(store.find(opened.id())).hasValue(confirmed);
            Case noticed = desk.notice(joined.id());
            assertThat(new JdbcCaseStore(database).list()).containsExactly(noticed);
            assertThat(state(database, opened.id())).isEqualTo("noticed");
        }
    }

    @ParameterizedTest
    @MethodSource("org.unlisted.console.storage.Databases#available")
    void listsTheOldestFirst(Databases kind) throws Exception {
        try (Database database = Database.open(kind.url(dir))) {
            JdbcCaseStore store = new JdbcCaseStore(database);
            Case late = file(store, "p01", "http://market.example/1", NOW);
            Case early = file(store, "p01", "http://market.example/2", NOW.minus(Duration.ofDays(1)));
            assertThat(store.list()).extracting(Case::id).containsExactly(early.id(), late.id());
        }
    }

    @ParameterizedTest
    @MethodSource("org.unlisted.console.storage.Databases#available")
    void keepsOneCaseForEachEnroleeAndListing(Databases kind) throws Exception {
        try (Database database = Database.open(kind.url(dir))) {
            JdbcCaseStore store = new JdbcCaseStore(database);
            Case one = file(store, "p01", LISTING, NOW);
            file(store, "p02", LISTING, NOW);
            Case twin = new Case(
                    new CaseId("C-2026-TWTWTW"), "p01", one.listing(), one.sightings(), one.state(), one.openedAt());
            assertThatThrownBy(() -> store.save(twin)).isInstanceOf(DuplicateKeyException.class);
            assertThat(store.list()).hasSize(2);
            assertThat(store.find(twin.id())).isEmpty();
        }
    }

    private Case file(JdbcCaseStore store, String subject, String url, Instant at) throws Exception {
        return new CaseDesk(store, Clock.fixed(at, ZoneOffset.UTC)).file(evidence.sheet(subject, url));
    }

    private static String state(Database database, CaseId id) {
        return database.jdbc()
                .sql("SELECT state FROM cases WHERE id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }
}
