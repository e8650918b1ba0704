package org.unlisted.console.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.console.home.Home;
import org.unlisted.console.storage.Database;
import org.unlisted.console.storage.JdbcCaseStore;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.cases.CaseId;
import org.unlisted.takedown.cases.CaseState;
import org.unlisted.takedown.channel.ChannelCatalogue;
import org.unlisted.takedown.evidence.EvidenceVault;
import org.unlisted.takedown.evidence.Packer;
import org.unlisted.takedown.evidence.PacketVerifier;
import org.unlisted.takedown.evidence.Verification;
import org.unlisted.takedown.notice.NoticeWriter;
import org.unlisted.takedown.notice.Notifier;
import org.unlisted.takedown.sighting.Sighting;

class SightingDeskTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final String LISTING = "http://market.example/item/1";
    private static final String OTHER = "http://market.example/item/2";

    @TempDir
    Path dir;

    private EvidenceVault sealed;
    private Home home;
    private Database database;
    private EvidenceVault vault;
    private JdbcCaseStore store;
    private SightingDesk desk;
    private Evidence evidence;

    @BeforeEach
    void open() throws Exception {
        home = Home.open(dir.resolve("home"));
        database = Database.open(home);
        vault = new EvidenceVault(home.evidence(), home.key("evidence"));
        sealed = new EvidenceVault(dir.resolve("sealed-by-the-sweep"), home.key("evidence"));
        store = new JdbcCaseStore(database);
        evidence = new Evidence(sealed);
        Stationery stationery = new Stationery(
                new Packer("Test Rights", "unlisted", "0.1"),
                new Notifier("Test Rights", "desk@example.org", "Vietnam"),
                NoticeWriter.load(Path.of("../../config/notices")),
                ChannelCatalogue.read(Path.of("../../config/channels.yaml")));
        CasePapers papers = new CasePapers(home, vault, stationery, Screenshots.none("no browser here"), CLOCK);
        desk = new SightingDesk(store, vault, papers, CLOCK);
    }

    private Case received(Sighting sighting) throws IOException {
        return desk.received(sighting, sealed);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void turnsAConfirmedCaseIntoAPacketThatVerifiesAndANoticeInTheListingsLanguage() throws Exception {
        Case filed = received(evidence.sheet("p01", LISTING));
        received(evidence.portrait("p01", LISTING));
        Papers papers = desk.confirm(filed.id(), "reviewer", "the same person");

        assertThat(papers.packet()).isEqualTo(home.packets().resolve(filed.id() + ".evidence.zip"));
        Verification verification = new PacketVerifier().verify(papers.packet());
        assertThat(verification.steps()).isNotEmpty().allMatch(Verification.Step::passed);
        assertThat(papers.notice()).isEqualTo(home.notices().resolve(filed.id() + ".zh-CN.txt"));
        assertThat(Files.readString(papers.notice())).contains(LISTING, filed.id().value()).doesNotContain("p01");
        assertThat(store.find(filed.id()).orElseThrow().state()).isInstanceOf(CaseState.Confirmed.class);
        assertThat(vault.names()).hasSize(3);
    }

    @Test
    void erasesTheEvidenceOfADismissedCase() throws Exception {
        Case filed = received(evidence.sheet("p01", LISTING));
        assertThat(vault.names()).hasSize(2);
        Case dismissed = desk.dismiss(filed.id(), "reviewer", "somebody else");
        assertThat(dismissed.state()).isInstanceOf(CaseState.Dismissed.class);
        assertThat(vault.names()).isEmpty();
        assertThat(home.packets()).isEmptyDirectory();
    }

    @Test
    void keepsWhatAnotherCaseNeeds() throws Exception {
        Sighting mine = evidence.sheet("p01", LISTING);
        Case filed = received(mine);
        Case other = received(evidence.sheet("p03", LISTING));
        Case elsewhere = received(evidence.sheet("p03", OTHER));
        desk.dismiss(filed.id(), "reviewer", "somebody else");
        assertThat(vault.names()).contains(mine.pageEvidence(), mine.image().evidence()).hasSize(3);
        desk.confirm(other.id(), "reviewer", "");
        desk.dismiss(elsewhere.id(), "reviewer", "somebody else");
        assertThat(vault.names()).containsExactlyInAnyOrder(mine.pageEvidence(), mine.image().evidence());
    }

    @Test
    void erasesWhatIsFoundAgainInADismissedCase() throws Exception {
        Sighting sighting = evidence.sheet("p01", LISTING);
        desk.dismiss(received(sighting).id(), "reviewer", "somebody else");
        Case again = received(new Evidence(sealed).sheet("p01", LISTING));
        assertThat(again.state()).isInstanceOf(CaseState.Dismissed.class);
        assertThat(vault.names()).isEmpty();
    }

    @Test
    void packsOnlyTheNewPictureOfACaseOpenedAgain() throws Exception {
        Case filed = received(evidence.sheet("p01", LISTING));
        desk.dismiss(filed.id(), "reviewer", "too small to tell");
        Case reopened = received(new Evidence(sealed).portrait("p01", LISTING));
        assertThat(reopened.id()).isEqualTo(filed.id());
        assertThat(reopened.state()).isInstanceOf(CaseState.UnderReview.class);
        Papers papers = desk.confirm(filed.id(), "reviewer", "clear now");
        assertThat(papers.confirmed().sightings()).hasSize(1);
        assertThat(new PacketVerifier().verify(papers.packet()).steps()).allMatch(Verification.Step::passed);
    }

    @Test
    void staysConfirmedWhenThePapersFailAndWritesThemLater() throws Exception {
        Case filed = received(evidence.sheet("p01", LISTING));
        Path packets = home.packets();
        Files.delete(packets);
        Files.createFile(packets);
        assertThatThrownBy(() -> desk.confirm(filed.id(), "reviewer", "")).isInstanceOf(IOException.class);
        Files.delete(packets);
        assertThat(desk.papers(filed.id()).packet()).isRegularFile();
        assertThat(home.notices()).isDirectoryContaining("glob:**.zh-CN.txt");
    }

    @Test
    void decidesOnceAndOnlyWhatIsThere() throws Exception {
        Case filed = received(evidence.sheet("p01", LISTING));
        assertThatThrownBy(() -> desk.papers(filed.id()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("under-review, not confirmed");
        assertThatThrownBy(() -> desk.dismiss(filed.id(), "reviewer", " "))
                .isInstanceOf(IllegalArgumentException.class);
        desk.confirm(filed.id(), "reviewer", "");
        assertThatThrownBy(() -> desk.dismiss(filed.id(), "reviewer", "second thoughts"))
                .isInstanceOf(IllegalStateException.class);
        assertThat(vault.names()).hasSize(2);
        assertThatThrownBy(() -> desk.confirm(new CaseId("C-2026-000000"), "reviewer", ""))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void opensWhatLayInAChatExport() throws Exception {
        Sighting sighting = evidence.portrait("p01", "chat://market/channel/17");
        RecordedBody picture = new SealedRecords(sealed).body(sighting.image().evidence());
        assertThat(picture.bytes()).isEqualTo(Evidence.sample("enrol/p01/1.jpg"));
        assertThat(picture.contentType()).isEqualTo("image/jpeg");
        Papers papers = desk.confirm(received(sighting).id(), "reviewer", "");
        assertThat(new PacketVerifier().verify(papers.packet()).steps()).allMatch(Verification.Step::passed);
    }

    @Test
    void opensWhatWasServed() throws Exception {
        Sighting sighting = evidence.sheet("p01", LISTING);
        SealedRecords records = new SealedRecords(sealed);
        RecordedBody picture = records.body(sighting.image().evidence());
        assertThat(picture.bytes()).isEqualTo(Evidence.sample("sheets/sheet1.jpg"));
        assertThat(picture.url()).isEqualTo(sighting.image().url());
        assertThat(picture.contentType()).isEqualTo("image/jpeg");
        RecordedBody page = records.body(sighting.pageEvidence());
        assertThat(page.contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(page.fetchedAt()).isEqualTo(Evidence.SEEN);
        assertThatThrownBy(() -> records.body(sealed.seal("no WARC".getBytes(UTF_8)))).isInstanceOf(IOException.class);
    }
}
