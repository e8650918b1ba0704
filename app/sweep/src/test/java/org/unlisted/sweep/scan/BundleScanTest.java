package org.unlisted.sweep.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.sweep.bundle.Bundle;
import org.unlisted.sweep.bundle.BundleLimits;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.takedown.sighting.Sighting;

class BundleScanTest {
    private static final byte[] KEY = new byte[32];

    @TempDir
    Path dir;

    private Path bundle = Path.of("");
    private Path log = Path.of("");
    private final List<SweepEvent> events = new ArrayList<>();

    @BeforeEach
    void aFolder() throws IOException {
        bundle = Files.createDirectory(dir.resolve("bundle"));
        log = dir.resolve("log");
    }

    private void file(String name, byte[] bytes) throws IOException {
        Files.write(bundle.resolve(name), bytes);
    }

    private void file(String name, String text) throws IOException {
        Files.writeString(bundle.resolve(name), text);
    }

    private ScanOutcome scan(boolean confirmed, int dieAtBatch) throws IOException {
        try (ScanJournal journal = ScanJournal.tryOpen(dir.resolve("journal"), KEY).orElseThrow()) {
            Bundle handedIn = new Bundle(List.of(bundle), BundleLimits.standard());
            BundleScan.Settings settings = new BundleScan.Settings(
                    "b-1", handedIn.inventory().files(), confirmed, 1, FakeWorker.launch(log), Orders.in(dir));
            return new BundleScan(handedIn, journal, settings, new ScanListener() {
                        @Override
                        public void event(SweepEvent event) {
                            events.add(event);
                            // what a full disk or a kill does to the process that reads
                            if (event instanceof SweepEvent.Skipped s && s.reason().equals("truncated") && dieAtBatch > 0)
                                throw new IllegalStateException("gone");
                        }

                        @Override
                        public String file(Sighting sighting) {
                            throw new AssertionError("the fake sees nobody");
                        }
                    })
                    .run();
        }
    }

    private ScanOutcome scan(boolean confirmed) throws IOException {
        return scan(confirmed, 0);
    }

    private long looked() throws IOException {
        if (!Files.exists(log)) return 0;
        return Files.readAllLines(log).stream().filter(l -> l.startsWith("looked")).count();
    }

    @Test
    void nineteenPicturesInAHeapOfCopiesAndRubbishAreStillAHandful() throws Exception {
        for (int i = 0; i < 19; i++) {
            byte[] picture = Pictures.pattern(i, 160, "png");
            file(i + ".png", picture);
            for (int copy = 0; copy < 5; copy++) file(i + "-" + copy + ".png", picture);
            file(i + "-again.jpg", Pictures.pattern(i, 160, "jpg"));
            file(i + "-larger.png", Pictures.pattern(i, 240, "png"));
            byte[] padded = java.util.Arrays.copyOf(picture, picture.length + 1 + i);
            file(i + "-padded.png", padded);
        }
        for (int i = 0; i < 40; i++) {
            file("tiny" + i + ".png", Pictures.pattern(1_000 + i, 16, "png"));
            file("plain" + i + ".png", Pictures.plain(0x101010 * (i % 15) + i));
            file("text" + i + ".jpg", "no picture " + i);
        }
        assertThat(scan(false)).isEqualTo(new ScanOutcome.TooFew(19));
        assertThat(events).isEmpty();
        assertThat(looked()).isZero();
    }

    @Test
    void twentyDifferentPicturesAreABundle() throws Exception {
        for (int i = 0; i < 20; i++) file(i + ".png", Pictures.pattern(i, 160, "png"));
        assertThat(scan(false)).isInstanceOfSatisfying(ScanOutcome.Done.class, done -> {
            assertThat(done.counts().images()).isEqualTo(20);
            assertThat(done.counts().faces()).isEqualTo(20);
            assertThat(done.cases()).isEmpty();
        });
        assertThat(events.getFirst()).isEqualTo(new SweepEvent.Started("b-1", "bundle", 1, 1, 2));
        assertThat(events.getLast()).isInstanceOf(SweepEvent.Done.class);
    }

    @Test
    void aHandfulIsLookedAtWhenItWasConfirmed() throws Exception {
        file("1.png", Pictures.pattern(1, 160, "png"));
        assertThat(scan(true))
                .isInstanceOfSatisfying(ScanOutcome.Done.class, done -> assertThat(done.counts().images()).isEqualTo(1));
    }

    @Test
    void whatIsRefusedIsNamedAndTheRestIsLookedAt() throws Exception {
        file("a.jpg", "x");
        file("b.jpg", FakeWorker.BROKEN);

        Files.write(bundle.resolve("c.7z"), new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c});
        ScanOutcome outcome = scan(true);
        assertThat(outcome).isInstanceOfSatisfying(ScanOutcome.Done.class, done -> {
            assertThat(done.counts().images()).isEqualTo(1);
            assertThat(done.counts().skipped()).isEqualTo(Map.of("truncated", 1, "unsupported", 1));
        });
        assertThat(events)
                .filteredOn(e -> e instanceof SweepEvent.Skipped)
                .extracting(e -> ((SweepEvent.Skipped) e).item())
                .containsExactlyInAnyOrder("b.jpg", "c.7z");
    }

    @Test
    void goesOnWhereItWasBrokenOffAndEndsWithTheSameCounts() throws Exception {
        for (int i = 10; i < 74; i++) file(i + ".jpg", i == 50 ? FakeWorker.BROKEN : "picture " + i);
        assertThatThrownBy(() -> scan(true, 3)).hasMessage("gone");
        long before = looked();
        assertThat(before).isBetween(48L, 64L);

        assertThat(scan(true)).isInstanceOfSatisfying(ScanOutcome.Done.class, done -> {
            assertThat(done.counts().images()).isEqualTo(63);
            assertThat(done.counts().skipped()).isEqualTo(Map.of("truncated", 1));
        });
        assertThat(looked()).isEqualTo(64);
    }

    @Test
    void aLineThatWasBeingWrittenIsDoneAgain() throws Exception {
        for (int i = 10; i < 42; i++) file(i + ".jpg", "picture " + i);
        scan(true);
        assertThat(looked()).isEqualTo(32);
        Path journal = dir.resolve("journal");
        byte[] whole = Files.readAllBytes(journal);
        Files.write(journal, java.util.Arrays.copyOf(whole, whole.length - 10), StandardOpenOption.TRUNCATE_EXISTING);

        assertThat(scan(true))
                .isInstanceOfSatisfying(ScanOutcome.Done.class, done -> assertThat(done.counts().images()).isEqualTo(32));
        assertThat(looked()).isEqualTo(32 + 16);
        assertThat(Files.readAllBytes(journal)).hasSameSizeAs(whole);
    }

    @Test
    void theJournalNamesNoFile() throws Exception {
        file("nguyen-van-a.jpg", "x");
        scan(true);
        assertThat(Files.readString(dir.resolve("journal"))).doesNotContain("nguyen").contains("\"faces\":1");
    }

    @Test
    void aPictureThatKillsWorkersIsNamedAndNotTriedAgainByTheNextRun() throws Exception {
        file("a.jpg", "x");
        file("b.jpg", FakeWorker.KILLS);
        for (int run = 0; run < 2; run++)
            assertThat(scan(true))
                    .isInstanceOfSatisfying(
                            ScanOutcome.Done.class,
                            done -> assertThat(done.counts().skipped()).isEqualTo(Map.of("worker", 1)));
        assertThat(events)
                .filteredOn(e -> e instanceof SweepEvent.Skipped)
                .extracting(e -> ((SweepEvent.Skipped) e).item())
                .containsExactly("b.jpg", "b.jpg");
        assertThat(events).filteredOn(e -> e instanceof SweepEvent.WorkerDied).hasSize(3);
    }

    @Test
    void oneBundleIsScannedByOneProcess() throws Exception {
        try (ScanJournal held = ScanJournal.tryOpen(dir.resolve("journal"), KEY).orElseThrow()) {
            assertThat(held.resumed()).isFalse();
            assertThat(ScanJournal.tryOpen(dir.resolve("journal"), KEY)).isEmpty();
        }
    }
}
