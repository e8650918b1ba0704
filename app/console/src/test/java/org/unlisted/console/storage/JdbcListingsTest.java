package org.unlisted.console.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.unlisted.console.desk.Evidence;
import org.unlisted.console.storage.StoredListing.Status;
import org.unlisted.crawl.signal.Severity;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseDesk;
import org.unlisted.takedown.cases.Review;
import org.unlisted.takedown.evidence.EvidenceVault;

class JdbcListingsTest {
    private static final Instant DAY = Instant.parse("2026-11-22T10:00:00.123456Z");
    private static final Path PLAN = Path.of("/plans/markets.yaml");
    private static final URI PAGE = URI.create("https://forum.example/thread-1?长=" + "a".repeat(4_000));
    private static final URI POST = URI.create(PAGE + "#post-2");

    @TempDir
    Path dir;

    @ParameterizedTest
    @MethodSource("org.unlisted.console.storage.Databases#available")
    void remembersAnOfferFromItsFirstToItsLastSight(Databases kind) throws Exception {
        try (Database database = Database.open(kind.url(dir))) {
            JdbcListings listings = new JdbcListings(database);
            listings.seen(post(Optional.of(PLAN)), "FACE_PHOTO", Severity.NONE, DAY);
            listings.seen(post(Optional.of(PLAN)), "FACE_PHOTO+PII", Severity.CONTACT, DAY.plusSeconds(60));
            listings.seen(post(Optional.of(PLAN)), "FACE_PHOTO+PII", Severity.CONTACT, DAY.plusSeconds(30));

            assertThat(listings.find(POST)).hasValue(new StoredListing(PLAN, "forum", POST, PAGE, "FACE_PHOTO+PII",
                    Severity.CONTACT, DAY, DAY.plusSeconds(60), Status.LIVE, Optional.empty()));
            assertThat(listings.find(PAGE)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.unlisted.console.storage.Databases#available")
    void keepsItsPlanWhenAPlanMadeForOneSweepSeesItAgain(Databases kind) throws Exception {
        try (Database database = Database.open(kind.url(dir))) {
            JdbcListings listings = new JdbcListings(database);
            listings.seen(post(Optional.of(PLAN)), "PII", Severity.NONE, DAY);
            listings.seen(
                    new JdbcListings.Place(Optional.empty(), "forum-2", POST, URI.create("https://x.example/")),
                    "PII", Severity.NONE, DAY.plusSeconds(1));
            assertThat(listings.find(POST)).get().returns(PLAN, StoredListing::plan).returns("forum", StoredListing::source)
                    .returns(PAGE, StoredListing::page).returns(DAY.plusSeconds(1), StoredListing::lastSeen);

            Path moved = Path.of("/plans/forums.yaml");
            listings.seen(
                    new JdbcListings.Place(Optional.of(moved), "forums", POST, URI.create("https://x.example/")),
                    "PII", Severity.NONE, DAY.plusSeconds(2));
            assertThat(listings.find(POST)).get().returns(moved, StoredListing::plan).returns("forums", StoredListing::source);
            assertThat(listings.gone(URI.create("https://x.example/"))).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.unlisted.console.storage.Databases#available")
    void knowsWhatIsGoneUntilItIsSeenAgain(Databases kind) throws Exception {
        try (Database database = Database.open(kind.url(dir))) {
            JdbcListings listings = new JdbcListings(database);
            URI other = URI.create(PAGE + "#post-3");
            listings.seen(post(Optional.of(PLAN)), "PII", Severity.NONE, DAY);
            listings.seen(new JdbcListings.Place(Optional.of(PLAN), "forum", other, PAGE), "PII", Severity.NONE, DAY);

            assertThat(listings.gone(PAGE)).as("both posts of the page").isEqualTo(2);
            assertThat(listings.gone(URI.create("https://never.example/"))).isZero();
            assertThat(listings.live(DAY, 10)).isEmpty();

            listings.seen(post(Optional.of(PLAN)), "PII", Severity.NONE, DAY.plusSeconds(1));
            assertThat(listings.live(DAY, 10)).extracting(StoredListing::listing).containsExactly(POST);
            assertThat(listings.unknown(POST)).isEqualTo(1);
            assertThat(listings.live(DAY, 10)).extracting(StoredListing::status).containsExactly(Status.UNKNOWN);
        }
    }

    @ParameterizedTest
    @MethodSource("org.unlisted.console.storage.Databases#available")
    void listsWhatIsLiveTheOneSeenLastFirst(Databases kind) throws Exception {
        try (Database database = Database.open(kind.url(dir))) {
            JdbcListings listings = new JdbcListings(database);
            for (int i = 0; i < 5; i++) seen(listings, "/" + i, DAY.plus(Duration.ofHours(i)));

            assertThat(listings.live(DAY.plus(Duration.ofHours(1)), 3)).extracting(l -> l.listing().getPath())
                    .containsExactly("/4", "/3", "/2");
            assertThat(listings.live(DAY.plus(Duration.ofHours(3)), 3)).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("org.unlisted.console.storage.Databases#available")
    void isDueWhenItsCasesSaySo(Databases kind) throws Exception {
        try (Database database = Database.open(kind.url(dir))) {
            JdbcListings listings = new JdbcListings(database);
            for (int i = 0; i < 4; i++) seen(listings, "/" + i, DAY);
            Case opened = opened(database, "/0");
            opened(database, "/1");
            listings.dueAt(url("/0"), DAY.plusSeconds(20));
            listings.dueAt(url("/1"), DAY.plusSeconds(10));
            listings.dueAt(url("/2"), DAY.plusSeconds(15)); // no case
            listings.gone(url("/1"));

            assertThat(listings.due(DAY.plusSeconds(20))).extracting(l -> l.listing().getPath()).containsExactly("/1", "/0");
            seen(listings, "/0", DAY.plusSeconds(25));
            assertThat(listings.find(url("/0")).orElseThrow().nextDue()).as("only its cases move it").hasValue(DAY.plusSeconds(20));
            desk(database).dismiss(opened.id(), new Review("r", DAY, "somebody else"));
            assertThat(listings.due(DAY.plusSeconds(40))).extracting(l -> l.listing().getPath()).containsExactly("/1");
            assertThatThrownBy(() -> listings.dueAt(url("/9"), DAY))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessage("no listing https://market.example/9");
        }
    }

    private Case opened(Database database, String path) throws Exception {
        Evidence evidence = new Evidence(new EvidenceVault(dir.resolve("evidence"), new byte[32]));
        return desk(database).file(evidence.sheet("p01", url(path).toString()));
    }

    private static CaseDesk desk(Database database) {
        return new CaseDesk(new JdbcCaseStore(database), Clock.fixed(DAY, ZoneOffset.UTC));
    }

    private static JdbcListings.Place post(Optional<Path> plan) {
        return new JdbcListings.Place(plan, "forum", POST, PAGE);
    }

    private static void seen(JdbcListings listings, String path, Instant at) {
        listings.seen(new JdbcListings.Place(Optional.of(PLAN), "market", url(path), url(path)), "PII", Severity.NONE, at);
    }

    private static URI url(String path) {
        return URI.create("https://market.example" + path);
    }
}
