package org.unlisted.console.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.console.home.Home;
import org.unlisted.console.storage.Database;
import org.unlisted.console.storage.JdbcListings;
import org.unlisted.console.storage.StoredListing;
import org.unlisted.console.storage.StoredListing.Status;
import org.unlisted.crawl.signal.Severity;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.takedown.sighting.ListingRef;
import org.unlisted.takedown.sighting.OfferFacts;

class ListingLedgerTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Path PLAN = Path.of("/plans/markets.yaml");

    @TempDir
    Path dir;

    private Home home;
    private Database database;
    private JdbcListings listings;

    @BeforeEach
    void open() throws Exception {
        home = Home.open(dir.resolve("home"));
        database = Database.open("jdbc:h2:file:" + dir.resolve("db"));
        listings = new JdbcListings(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void remembersTheOffersOfASweepWithTheirPages() {
        ledger(PLAN).accept(offer("https://forum.example/t-1#p2"));

        assertThat(listings.live(NOW, 10)).containsExactly(new StoredListing(PLAN, "forum",
                URI.create("https://forum.example/t-1#p2"), URI.create("https://forum.example/t-1"), "FACE_PHOTO",
                Severity.CONTACT, NOW, NOW, Status.LIVE, Optional.empty()));
    }

    @Test
    void leavesMessagesOfExportsAlone() {
        ledger(PLAN).accept(offer("chat:export/17"));
        ledger(PLAN).accept(offer("bundle:x"));
        assertThat(listings.live(Instant.EPOCH, 10)).isEmpty();
    }

    @Test
    void tellsWhatIsGoneFromWhatDidNotAnswer() {
        ListingLedger ledger = ledger(PLAN);
        List.of("/gone", "/late", "/there").forEach(p -> ledger.accept(offer("https://forum.example" + p)));
        ledger.accept(skipped("https://forum.example/gone", "not-found"));
        ledger.accept(skipped("https://forum.example/late", "timeout"));
        ledger.accept(skipped("https://forum.example/there", "unreadable"));
        ledger.accept(skipped("https://forum.example/not an address", "not-found"));
        ledger.accept(skipped("photo_1.jpg", "not-found"));

        assertThat(status("/gone")).isEqualTo(Status.GONE);
        assertThat(status("/late")).isEqualTo(Status.UNKNOWN);
        assertThat(status("/there")).isEqualTo(Status.LIVE);
    }

    @Test
    void doesNotTakeAPlanOfItsOwnMakingForAPlan() {
        ledger(PLAN).accept(offer("https://forum.example/1"));
        ledger(home.work().resolve("again-1/again.yaml")).accept(offer("https://forum.example/1"));
        assertThat(listings.find(URI.create("https://forum.example/1")).orElseThrow().plan()).isEqualTo(PLAN);
    }

    private ListingLedger ledger(Path plan) {
        return new ListingLedger(listings, home, plan, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private Status status(String path) {
        return listings.find(URI.create("https://forum.example" + path)).orElseThrow().status();
    }

    private static SweepEvent skipped(String item, String reason) {
        return new SweepEvent.Skipped("market", item, reason, "");
    }

    private static SweepEvent offer(String url) {
        OfferFacts facts = new OfferFacts("FACE_PHOTO", OptionalLong.empty(), OptionalLong.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), "");
        ListingRef listing = new ListingRef("forum", URI.create(url), "", "zh", Optional.empty(), facts);
        return new SweepEvent.OfferSeen(listing, URI.create(listing.url().toString().replaceAll("#.*", "")), 1, List.of(), Severity.CONTACT);
    }
}
