package org.unlisted.console.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.unlisted.console.config.AppFolder;
import org.unlisted.console.config.Settings;
import org.unlisted.console.desk.CasePapers;
import org.unlisted.console.desk.Screenshots;
import org.unlisted.console.desk.SealedRecords;
import org.unlisted.console.desk.SightingDesk;
import org.unlisted.console.desk.Stationery;
import org.unlisted.console.home.Home;
import org.unlisted.console.metrics.SweepMetrics;
import org.unlisted.console.people.PeopleDesk;
import org.unlisted.console.people.SearchedPeople;
import org.unlisted.console.run.ScanSession;
import org.unlisted.console.run.SweepSession;
import org.unlisted.console.screenshot.CaseScreenshots;
import org.unlisted.console.screenshot.Chromium;
import org.unlisted.console.storage.Database;
import org.unlisted.console.storage.JdbcCaseStore;
import org.unlisted.console.storage.JdbcListings;
import org.unlisted.console.storage.JdbcScanLog;
import org.unlisted.console.storage.JdbcSweeps;
import org.unlisted.console.web.CasePictures;
import org.unlisted.face.enrol.ReferenceVault;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.channel.ChannelCatalogue;
import org.unlisted.takedown.evidence.EvidenceVault;
import org.unlisted.takedown.evidence.Packer;
import org.unlisted.takedown.notice.NoticeWriter;

/** The program with its settings, and one home with its database, vaults and desks, joined for a command. */
final class Installation implements AutoCloseable {
    static final String VERSION = "0.1.0";

    private final AppFolder app;
    private final Settings settings;
    private final Home home;
    private final Database database;
    private final ReferenceVault references;
    private final JdbcCaseStore cases;
    private final SealedRecords records;
    private final Optional<CaseScreenshots> pageShots;
    private final SightingDesk desk;
    private final PeopleDesk people;
    private final SweepMetrics metrics = new SweepMetrics();
    private final Clock clock = Clock.systemUTC();

    private Installation(AppFolder app, Home home, Database database) throws IOException {
        this.app = app;
        this.settings = Settings.read(app);
        this.home = home;
        this.database = database;
        this.references = new ReferenceVault(home.references(), home.key("references"));
        this.cases = new JdbcCaseStore(database);
        EvidenceVault vault = new EvidenceVault(home.evidence(), home.key(SweepSession.EVIDENCE_KEY));
        this.records = new SealedRecords(vault);
        this.people = new PeopleDesk(home, database, references, clock);
        Stationery stationery = new Stationery(
                new Packer(settings.notifier().organisation(), "unlisted", VERSION),
                settings.notifier(),
                NoticeWriter.load(app.notices()),
                ChannelCatalogue.read(app.config().resolve("channels.yaml")));
        Optional<Chromium> browser = Chromium.find();
        this.pageShots = browser.map(chromium -> new CaseScreenshots(records, chromium));
        Screenshots screenshots =
                pageShots.<Screenshots>map(s -> s).orElseGet(() -> Screenshots.none("no Chromium on this machine"));
        this.desk = new SightingDesk(
                cases, vault, new CasePapers(home, vault, stationery, screenshots, clock), clock);
    }

    /** Opens UNLISTED_HOME, or {@code ./data}. */
    static Installation open() throws IOException {
        return open(Path.of(System.getenv().getOrDefault("UNLISTED_HOME", "data")));
    }

    /** Opens that home; makes it where there is none. */
    static Installation open(Path folder) throws IOException {
        AppFolder app = AppFolder.ofLauncher();
        Home home = Home.open(folder);
        Database database = Database.open(home);
        try {
            return new Installation(app, home, database);
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    AppFolder app() {
        return app;
    }

    Settings settings() {
        return settings;
    }

    Home home() {
        return home;
    }

    Database database() {
        return database;
    }

    SearchedPeople searchedPeople() {
        return new SearchedPeople(app, references);
    }

    ReferenceVault references() {
        return references;
    }

    JdbcCaseStore cases() {
        return cases;
    }

    SealedRecords records() {
        return records;
    }

    CasePictures pictures() {
        return new CasePictures(records, references);
    }

    SightingDesk desk() {
        return desk;
    }

    /** Renders the pages of cases about to be confirmed, two at a time; nothing happens without a browser. */
    void prepareScreenshots(List<Case> cases) {
        pageShots.ifPresent(s -> s.prepare(cases));
    }

    PeopleDesk people() {
        return people;
    }

    /** Of the sweeps of this process. */
    SweepMetrics metrics() {
        return metrics;
    }

    SweepSession sweeps() {
        return new SweepSession(home, app, references, new JdbcSweeps(database), desk::received, new JdbcListings(database), settings.retention(), clock);
    }

    ScanSession scans() {
        return new ScanSession(home, app, references, scanLog(), desk::received, clock);
    }

    JdbcScanLog scanLog() {
        return new JdbcScanLog(database, home.key(ScanSession.LOG_KEY));
    }

    @Override
    public void close() {
        database.close();
    }
}
