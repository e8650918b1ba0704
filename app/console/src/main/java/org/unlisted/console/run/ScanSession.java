package org.unlisted.console.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.unlisted.console.config.AppFolder;
import org.unlisted.console.home.Home;
import org.unlisted.console.home.WorkFolder;
import org.unlisted.console.people.SearchedPeople;
import org.unlisted.console.storage.JdbcScanLog;
import org.unlisted.console.storage.ScanLogEntry;
import org.unlisted.face.enrol.ReferenceVault;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.sweep.bundle.Bundle;
import org.unlisted.sweep.bundle.BundleLimits;
import org.unlisted.sweep.bundle.Inventory;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.sweep.protocol.SweepKey;
import org.unlisted.sweep.scan.BundleScan;
import org.unlisted.sweep.scan.ScanJournal;
import org.unlisted.sweep.scan.ScanListener;
import org.unlisted.sweep.scan.ScanOutcome;
import org.unlisted.sweep.scan.WorkerOrder;
import org.unlisted.takedown.evidence.EvidenceVault;
import org.unlisted.takedown.sighting.Sighting;

/**
 * Scans handed-in bundles: writes who and why to the audit log before anything is looked at, gives the workers their
 * gallery, files what they see, and goes on where the same scan was broken off.
 */
public final class ScanSession {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Purpose of the home's key by which journals name files. */
    private static final String JOURNAL_KEY = "scan-journal";

    private final Home home;
    private final AppFolder app;
    private final ReferenceVault references;
    private final JdbcScanLog log;
    private final SweepSession.Intake intake;
    private final Clock clock;

    /** Sessions in one home. */
    public ScanSession(
            Home home,
            AppFolder app,
            ReferenceVault references,
            JdbcScanLog log,
            SweepSession.Intake intake,
            Clock clock) {
        this.home = requireNonNull(home, "home");
        this.app = requireNonNull(app, "app");
        this.references = requireNonNull(references, "references");
        this.log = requireNonNull(log, "log");
        this.intake = requireNonNull(intake, "intake");
        this.clock = requireNonNull(clock, "clock");
    }

    /** Purpose of the home's key that seals the audit log. */
    public static final String LOG_KEY = "scan-log";

    /**
     * Runs a scan to its end.
     *
     * @param listener called with each event; never with a sighting
     * @throws IOException if it cannot go on, or if another process scans the same bundle; what was done is kept
     */
    public ScanOutcome run(ScanTask task, Consumer<SweepEvent> listener) throws IOException {
        Bundle bundle = new Bundle(task.paths(), BundleLimits.standard());
        Inventory inventory = bundle.inventory();
        List<EnroleeId> people = references.enrolees();
        Path file = home.scans().resolve(name(bundle, inventory, people) + ".journal");
        Optional<ScanJournal> open = ScanJournal.tryOpen(file, home.key(JOURNAL_KEY));
        if (open.isEmpty()) throw new IOException("another process scans this bundle: wait for its end");
        try (ScanJournal journal = open.get()) {
            Logged logged = new Logged(task, id(), inventory);
            logged.step(
                    journal.resumed() ? ScanLogEntry.Step.RESUMED : ScanLogEntry.Step.STARTED,
                    ScanLogEntry.Counts.ofFiles(inventory.files()));
            try {
                ScanOutcome outcome = scan(task, bundle, inventory, journal, people, logged.id(), listener);
                logged.outcome(outcome);
                // a confirmed scan that was broken off is not given up because somebody forgot to confirm it again
                if (outcome instanceof ScanOutcome.Done || !journal.resumed()) journal.erase();
                return outcome;
            } catch (IOException | RuntimeException e) {
                logged.step(ScanLogEntry.Step.FAILED, ScanLogEntry.Counts.ofFiles(inventory.files()));
                throw e;
            }
        }
    }

    private ScanOutcome scan(
            ScanTask task,
            Bundle bundle,
            Inventory inventory,
            ScanJournal journal,
            List<EnroleeId> people,
            String id,
            Consumer<SweepEvent> listener)
            throws IOException {
        byte[] snapshotKey = new byte[32];
        RANDOM.nextBytes(snapshotKey);
        Path snapshot = home.work().resolve(id + ".gallery");
        Path logs = Files.createDirectories(home.directory().resolve("logs"));
        try (WorkFolder evidence = home.work(id)) {
            EvidenceVault sealed = new EvidenceVault(evidence.path(), home.key(SweepSession.EVIDENCE_KEY));
            SearchedPeople searched = new SearchedPeople(app, references);
            searched.leftOut(people).forEach(left -> listener.accept(SweepEvent.Skipped.stale(left)));
            searched.write(snapshot, snapshotKey, people);
            WorkerOrder order = new WorkerOrder(
                    clock.instant(),
                    app.modelCards(),
                    app.models(),
                    snapshot.toAbsolutePath(),
                    evidence.path().toAbsolutePath(),
                    new SweepKey(snapshotKey),
                    new SweepKey(home.key(SweepSession.EVIDENCE_KEY)));
            BundleScan.Settings settings = new BundleScan.Settings(
                    id,
                    inventory.files(),
                    task.fewConfirmed(),
                    task.workers(),
                    SweepMachine.worker(logs.resolve(id + ".log")),
                    order);
            return new BundleScan(bundle, journal, settings, new Filing(sealed, listener)).run();
        } finally {
            Files.deleteIfExists(snapshot);
        }
    }

    private String id() {
        byte[] tail = new byte[2];
        RANDOM.nextBytes(tail);
        return "b-" + STAMP.format(clock.instant()) + "-" + HexFormat.of().formatHex(tail);
    }

    /** The same for the same bundle, the same people and the same models: only such a scan is gone on with. */
    private String name(Bundle bundle, Inventory inventory, List<EnroleeId> people) throws IOException {
        MessageDigest digest = sha256();
        digest.update((bundle.paths() + "\n" + inventory.sha256() + "\n").getBytes(UTF_8));
        people.stream().map(EnroleeId::value).sorted().forEach(id -> digest.update((id + "\n").getBytes(UTF_8)));
        try (Stream<Path> cards = Files.list(app.modelCards())) {
            for (Path card : cards.filter(Files::isRegularFile).sorted().toList()) digest.update(Files.readAllBytes(card));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Writes the steps of one scan to the audit log. */
    private final class Logged {
        private final ScanTask task;
        private final String id;
        private final Inventory inventory;

        Logged(ScanTask task, String id, Inventory inventory) {
            this.task = task;
            this.id = id;
            this.inventory = inventory;
        }

        String id() {
            return id;
        }

        void outcome(ScanOutcome outcome) {
            switch (outcome) {
                case ScanOutcome.TooFew(int pictures) -> step(
                        ScanLogEntry.Step.REFUSED,
                        new ScanLogEntry.Counts(inventory.files(), pictures, 0, 0, 0, 0));
                case ScanOutcome.Done(SweepEvent.Done done, var cases) -> step(
                        ScanLogEntry.Step.DONE,
                        new ScanLogEntry.Counts(
                                inventory.files(),
                                done.images(),
                                done.faces(),
                                done.candidates(),
                                cases.size(),
                                done.skipped().values().stream().mapToInt(Integer::intValue).sum()));
            }
        }

        void step(ScanLogEntry.Step step, ScanLogEntry.Counts counts) {
            Instant now = clock.instant();
            log.append(new ScanLogEntry(
                    id, now, step, task.operator(), task.reason(), task.fewConfirmed(), inventory.sha256(), counts));
        }
    }

    private final class Filing implements ScanListener {
        private final EvidenceVault sealed;
        private final Consumer<SweepEvent> listener;

        Filing(EvidenceVault sealed, Consumer<SweepEvent> listener) {
            this.sealed = sealed;
            this.listener = listener;
        }

        @Override
        public void event(SweepEvent event) {
            listener.accept(event);
        }

        @Override
        public String file(Sighting sighting) throws IOException {
            return intake.file(sighting, sealed).id().value();
        }
    }
}
