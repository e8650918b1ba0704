package org.unlisted.sweep.scan;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.sweep.bundle.Bundle;
import org.unlisted.sweep.bundle.BundleItem;
import org.unlisted.sweep.bundle.BundleVisitor;
import org.unlisted.sweep.bundle.Refused;
import org.unlisted.sweep.match.ItemFinding;
import org.unlisted.sweep.match.PictureFinding;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.takedown.sighting.Sighting;

/**
 * Looks for the enrolled in a handed-in bundle. This process reads ahead, workers look; what they say of a batch is
 * filed, then noted in the journal, so that after a kill no more than the batches under way are done again. To be run
 * once.
 */
public final class BundleScan {
    private static final Logger LOG = LoggerFactory.getLogger(BundleScan.class);
    private static final int BATCH = 16;
    /** A batch is sent when it has as much; two for each worker are in memory, and one that is being filled. */
    private static final long BATCH_BYTES = 16 << 20;

    private final Bundle bundle;
    private final ScanJournal journal;
    private final Settings settings;
    private final ScanListener listener;
    private final Object one = new Object();
    private final AtomicReference<IOException> failure = new AtomicReference<>();
    private final AtomicReference<RuntimeException> bug = new AtomicReference<>();

    /**
     * How a bundle is scanned.
     *
     * @param id           {@code a-z 0-9 -}
     * @param files        of the bundle, as far as known
     * @param fewConfirmed the operator has confirmed that a handful of pictures is to be looked at
     * @param workers      processes that look
     */
    public record Settings(
            String id, int files, boolean fewConfirmed, int workers, WorkerLaunch launch, WorkerOrder order) {
        public Settings {
            requireNonNull(id, "id");
            requireNonNull(launch, "launch");
            requireNonNull(order, "order");
            if (workers < 1) throw new IllegalArgumentException("fewer than one worker: " + workers);
        }
    }

    public BundleScan(Bundle bundle, ScanJournal journal, Settings settings, ScanListener listener) {
        this.bundle = requireNonNull(bundle, "bundle");
        this.journal = requireNonNull(journal, "journal");
        this.settings = requireNonNull(settings, "settings");
        this.listener = requireNonNull(listener, "listener");
    }

    /**
     * Runs to the end.
     *
     * @throws IOException if the scan cannot go on; what was done is in the journal
     */
    public ScanOutcome run() throws IOException {
        try (Crew crew = new Crew(settings.launch(), settings.order(), settings.workers(), this::died)) {
            Thread atExit = new Thread(crew::close, "end workers");
            Runtime.getRuntime().addShutdownHook(atExit);
            try {
                return run(crew);
            } finally {
                removeHook(atExit);
            }
        }
    }

    private ScanOutcome run(Crew crew) throws IOException {
        if (!settings.fewConfirmed()) {
            int pictures = new Survey(bundle, crew).pictures();
            if (pictures < Survey.BUNDLE) return new ScanOutcome.TooFew(pictures);
        }
        WorkerAnswer.Opened gallery = crew.open();
        listener.event(new SweepEvent.Started(
                settings.id(), "bundle", bundle.paths().size(), gallery.enrolees(), gallery.references()));
        ScanCounts counts = new ScanCounts(listener, settings.files());
        if (gallery.enrolees() == 0)
            counts.skip("gallery", "empty-gallery", "nobody is enrolled: there is nobody to look for");
        else scan(crew, counts);
        counts.tell();
        SweepEvent.Done done = counts.end(Memory.peakRssMb(ProcessHandle.current().pid()) + crew.peakRssMb());
        listener.event(done);
        LOG.info("event=scan-done scan={} images={} faces={} candidates={} cases={} skipped={} seconds={} peak_rss_mb={}",
                settings.id(), done.images(), done.faces(), done.candidates(), journal.cases().size(), done.skipped(),
                done.seconds(), done.peakRssMb());
        return new ScanOutcome.Done(done, journal.cases());
    }

    private void scan(Crew crew, ScanCounts counts) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(settings.workers());
        try {
            Reader reader = new Reader(crew, counts, threads);
            bundle.walk(reader);
            reader.send();
            threads.shutdown();
            if (!threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS)) throw new IOException("not ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
        rethrow();
    }

    private void rethrow() throws IOException {
        if (failure.get() != null) throw failure.get();
        if (bug.get() != null) throw bug.get();
    }

    private void died(SweepEvent.WorkerDied event) {
        synchronized (one) {
            listener.event(event);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("event=shutdown-under-way");
        }
    }

    private record Waiting(BundleItem item, String key) {}

    /** Fills batches, and waits where the workers do not keep up. */
    private final class Reader implements BundleVisitor {
        private final Crew crew;
        private final ScanCounts counts;
        private final ExecutorService threads;
        private final Semaphore ahead = new Semaphore(2 * settings.workers());
        private List<Waiting> batch = new ArrayList<>();
        private long bytes;
        private int batches;

        Reader(Crew crew, ScanCounts counts, ExecutorService threads) {
            this.crew = crew;
            this.counts = counts;
            this.threads = threads;
        }

        @Override
        public boolean wants(String name, long size) {
            return true;
        }

        @Override
        public void refused(Refused refused) {
            synchronized (one) {
                counts.leftOut(refused.name(), refused.reason(), refused.detail());
            }
        }

        @Override
        public void found(BundleItem item) throws IOException {
            synchronized (one) {
                String key = journal.key(item);
                var known = journal.find(key);
                if (known.isPresent()) {
                    counts.looked(item.name(), known.get(), false);
                    return;
                }
                batch.add(new Waiting(item, key));
            }
            bytes += item.bytes().length;
            if (batch.size() == BATCH || bytes >= BATCH_BYTES) send();
        }

        void send() throws IOException {
            rethrow();
            if (batch.isEmpty()) return;
            List<Waiting> full = batch;
            batch = new ArrayList<>();
            bytes = 0;
            int number = ++batches;
            try {
                ahead.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
            threads.execute(() -> {
                try {
                    if (failure.get() == null && bug.get() == null) look(number, full);
                } catch (IOException e) {
                    failure.compareAndSet(null, e);
                } catch (RuntimeException e) {
                    bug.compareAndSet(null, e);
                } finally {
                    ahead.release();
                }
            });
        }

        private void look(int number, List<Waiting> waiting) throws IOException {
            List<Look> looks =
                    crew.look(number, waiting.stream().map(Waiting::item).toList());
            synchronized (one) {
                Set<String> cases = new LinkedHashSet<>();
                List<ScanJournal.Entry> entries = new ArrayList<>();
                for (int i = 0; i < looks.size(); i++) {
                    ItemFinding finding = finding(looks.get(i));
                    for (Sighting sighting : finding.sightings()) cases.add(listener.file(sighting));
                    entries.add(new ScanJournal.Entry(
                            waiting.get(i).key(), finding.images(), finding.faces(), finding.sightings().size(), finding.refused()));
                }
                journal.append(entries, cases);
                for (int i = 0; i < entries.size(); i++)
                    counts.looked(waiting.get(i).item().name(), entries.get(i), true);
            }
        }

        private static ItemFinding finding(Look look) {
            return switch (look) {
                case Look.Done(ItemFinding finding) -> finding;
                case Look.Lost(String how) ->
                    new ItemFinding(
                            0,
                            0,
                            List.of(new PictureFinding.Refusal("worker", "the process that looked at it ended: " + how)),
                            List.of());
            };
        }
    }
}
