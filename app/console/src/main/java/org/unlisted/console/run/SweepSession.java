package org.unlisted.console.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.unlisted.console.config.AppFolder;
import org.unlisted.console.home.Home;
import org.unlisted.console.home.WorkFolder;
import org.unlisted.console.hunt.CaseVisits;
import org.unlisted.console.hunt.ListingLedger;
import org.unlisted.console.people.SearchedPeople;
import org.unlisted.console.schedule.PlanName;
import org.unlisted.console.storage.JdbcListings;
import org.unlisted.console.storage.JdbcSweeps;
import org.unlisted.console.storage.SweepRun;
import org.unlisted.crawl.hunt.CaptureRetention;
import org.unlisted.face.enrol.ReferenceVault;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.sweep.protocol.SweepKey;
import org.unlisted.sweep.protocol.SweepOrder;
import org.unlisted.takedown.cases.Case;
import org.unlisted.takedown.evidence.EvidenceVault;
import org.unlisted.takedown.sighting.Sighting;

/** Prepares the order of a sweep, runs its process, files what it sees and records how it ended. */
public final class SweepSession {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Home home;
    private final AppFolder app;
    private final ReferenceVault references;
    private final JdbcSweeps sweeps;
    private final Intake intake;
    private final JdbcListings listings;
    private final CaptureRetention retention;
    private final CaseVisits visits;
    private final Clock clock;

    /**
     * Sessions in one home.
     */
    public SweepSession(
            Home home,
            AppFolder app,
            ReferenceVault references,
            JdbcSweeps sweeps,
            Intake intake,
            JdbcListings listings,
            CaptureRetention retention,
            Clock clock) {
        this.home = requireNonNull(home, "home");
        this.app = requireNonNull(app, "app");
        this.references = requireNonNull(references, "references");
        this.sweeps = requireNonNull(sweeps, "sweeps");
        this.intake = requireNonNull(intake, "intake");
        this.listings = requireNonNull(listings, "listings");
        this.retention = requireNonNull(retention, "retention");
        this.visits = new CaseVisits(listings, clock);
        this.clock = requireNonNull(clock, "clock");
    }

    /** Purpose of the home's key that seals evidence: the vault that opens it uses the same. */
    public static final String EVIDENCE_KEY = "evidence";

    /** Purpose of the home's key that names sellers' contacts: the same name sweep after sweep. */
    private static final String CONTACT_KEY = "contacts";

    /** Files a sighting and returns its case. */
    public interface Intake {
        /**
         * @param sealed where the sweep sealed the records of the sighting; gone when the session ends
         */
        Case file(Sighting sighting, EvidenceVault sealed) throws IOException;
    }

    /**
     * What to sweep.
     *
     * @param plan       the plan file
     * @param everything asks for every address in scope, due or not
     * @param cluster    folder with a Hadoop cluster's configuration; empty for this machine
     * @param person     pictures are compared with this one alone; empty for everybody enrolled
     */
    public record Task(
            Path plan,
            Map<String, String> variables,
            boolean everything,
            Optional<Path> cluster,
            Optional<EnroleeId> person) {
        public Task {
            requireNonNull(plan, "plan");
            variables = Map.copyOf(variables);
            requireNonNull(cluster, "cluster");
            requireNonNull(person, "person");
        }

        public static Task plan(Path plan, Map<String, String> variables) {
            return new Task(plan.toAbsolutePath(), variables, true, Optional.empty(), Optional.empty());
        }

        /** Only what is due by its schedule. */
        public Task whatIsDue() {
            return new Task(plan, variables, false, cluster, person);
        }

        public Task on(Path clusterConfiguration) {
            return new Task(
                    plan, variables, everything, Optional.of(clusterConfiguration.toAbsolutePath()), person);
        }

        /** Nobody else gets a sighting of it. */
        public Task forOnly(EnroleeId enrolee) {
            return new Task(plan, variables, everything, cluster, Optional.of(enrolee));
        }
    }

    /**
     * Runs a sweep to its end.
     *
     * @param story    grows while the sweep runs
     * @param listener called with each event after it is in the story
     */
    public void run(Task task, SweepStory story, Consumer<SweepEvent> listener) throws IOException {
        try {
            sweep(task, story, listener);
        } catch (UncheckedIOException e) {
            throw requireNonNull(e.getCause());
        }
    }

    private void sweep(Task task, SweepStory story, Consumer<SweepEvent> listener) throws IOException {
        Instant start = clock.instant();
        byte[] tail = new byte[2];
        RANDOM.nextBytes(tail);
        String id = "s-" + STAMP.format(start) + "-" + HexFormat.of().formatHex(tail);
        byte[] snapshotKey = new byte[32];
        RANDOM.nextBytes(snapshotKey);
        Path logs = Files.createDirectories(home.directory().resolve("logs"));
        Path snapshot = home.work().resolve(id + ".gallery");
        try (WorkFolder work = home.work(id);
                WaitingEvidence evidence = new WaitingEvidence(home.crawl(PlanName.of(task.plan())))) {
            EvidenceVault sealed = new EvidenceVault(evidence.folder(), home.key(EVIDENCE_KEY));
            List<EnroleeId> people = people(task);
            SearchedPeople searched = new SearchedPeople(app, references);
            List<EnroleeId> leftOut = searched.leftOut(people);
            searched.write(snapshot, snapshotKey, people);
            List<URI> due = visits.due(task.plan());
            SweepOrder order = new SweepOrder(
                    id,
                    task.plan(),
                    task.variables(),
                    work.path().toAbsolutePath(),
                    new SweepOrder.Crawl(
                            home.crawl(PlanName.of(task.plan())),
                            home.captures(),
                            home.hosts(),
                            task.everything(),
                            due,
                            app.sources(),
                            gallery(people),
                            task.cluster()),
                    evidence.folder().toAbsolutePath(),
                    snapshot.toAbsolutePath(),
                    app.modelCards(),
                    app.models(),
                    app.lexicon(),
                    app.trackers(),
                    app.sites(),
                    new SweepKey(snapshotKey),
                    new SweepKey(home.key(EVIDENCE_KEY)),
                    new SweepKey(home.key(CONTACT_KEY)));
            sweeps.started(id, task.plan(), start);
            ListingLedger ledger = new ListingLedger(listings, home, task.plan(), clock);
            SweepEvent last = new SweepProcess(order, work, logs.resolve(id + ".log")).run(event -> {
                story.add(event);
                ledger.accept(event);
                if (event instanceof SweepEvent.SightingSeen(Sighting sighting)) story.put(filed(sighting, sealed));
                listener.accept(event);
                if (event instanceof SweepEvent.Started) leftOut.stream().map(SweepEvent.Skipped::stale).forEach(s -> {
                    story.add(s);
                    listener.accept(s);
                });
            });
            evidence.filed(last instanceof SweepEvent.Done);
            if (last instanceof SweepEvent.Done) visits.asked(task.plan(), due);
            sweeps.finished(id, new SweepRun.Ending(clock.instant(), last), story.skipped());
        } finally {
            retention.enforce(home.captures(), clock.instant());
            Files.deleteIfExists(snapshot);
        }
    }

    private List<EnroleeId> people(Task task) throws IOException {
        return references.enrolees().stream()
                .filter(id -> task.person().isEmpty() || task.person().get().equals(id))
                .toList();
    }

    /** A broken-off sweep is gone on with for the same people only. */
    private static String gallery(List<EnroleeId> people) {
        String ids = people.stream().map(EnroleeId::value).sorted().collect(Collectors.joining("\n"));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(ids.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Case filed(Sighting sighting, EvidenceVault sealed) {
        try {
            Case filed = intake.file(sighting, sealed);
            visits.filed(sighting.listing().url(), filed.state());
            return filed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
