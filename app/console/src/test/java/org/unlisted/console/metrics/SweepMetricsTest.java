package org.unlisted.console.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.unlisted.sweep.protocol.SweepEvent;

class SweepMetricsTest {
    private static final SweepEvent STARTED = new SweepEvent.Started("s-1", "plan", 1, 8, 24);
    private static final SweepEvent DONE =
            new SweepEvent.Done(61, 34, 6, 41, 118, 9, Map.of("robots", 3), Map.of(), 48.3, 812);

    @TempDir
    Path folder;

    private final SweepMetrics metrics = new SweepMetrics();

    @Test
    void beforeTheFirstSweepEveryCountIsZero() {
        assertThat(series())
                .containsOnly(
                        Map.entry("unlisted_sweep_running", 0.0),
                        Map.entry("unlisted_sweeps_total{outcome=\"done\"}", 0.0),
                        Map.entry("unlisted_sweeps_total{outcome=\"failed\"}", 0.0),
                        Map.entry("unlisted_sweeps_total{outcome=\"abandoned\"}", 0.0),
                        Map.entry("unlisted_images_total", 0.0),
                        Map.entry("unlisted_offers_total", 0.0),
                        Map.entry("unlisted_candidates_total", 0.0));
    }

    @Test
    void countsWhatASweepTells() {
        try (WatchedSweep sweep = metrics.watch()) {
            sweep.accept(STARTED);
            assertThat(series()).containsEntry("unlisted_sweep_running", 1.0);
            for (int i = 0; i < 3; i++) sweep.accept(skipped("robots"));
            sweep.accept(new SweepEvent.SourceRead("market", 40, 30));
            sweep.accept(new SweepEvent.SourceRead("chat", 21, 4));
            sweep.accept(DONE);
        }
        assertThat(series())
                .containsEntry("unlisted_sweep_running", 0.0)
                .containsEntry("unlisted_sweeps_total{outcome=\"done\"}", 1.0)
                .containsEntry("unlisted_pages_total{source=\"market\"}", 40.0)
                .containsEntry("unlisted_pages_total{source=\"chat\"}", 21.0)
                .containsEntry("unlisted_images_total", 41.0)
                .containsEntry("unlisted_skipped_total{reason=\"robots\"}", 3.0);
    }

    @Test
    void bytesOfASourceAreCountedOnce() {
        WatchedSweep first = metrics.watch();
        first.accept(gauge("market", 1_000, Map.of()));
        first.accept(gauge("market", 2_500, Map.of()));
        first.accept(gauge("forum", 10, Map.of()));
        WatchedSweep next = metrics.watch();
        next.accept(gauge("market", 700, Map.of()));
        assertThat(series())
                .containsEntry("unlisted_bytes_total{source=\"market\"}", 3_200.0)
                .containsEntry("unlisted_bytes_total{source=\"forum\"}", 10.0);
    }

    @Test
    void ratesAndQueuesAreOfNowAndGoWithTheirSource() {
        WatchedSweep sweep = metrics.watch();
        sweep.accept(STARTED);
        sweep.accept(gauge("market", 0, Map.of("a.example", 5, "b.example", 2)));
        sweep.accept(gauge("market", 0, Map.of("b.example", 1)));
        assertThat(series())
                .containsEntry("unlisted_pages_per_second{source=\"market\"}", 41.5)
                .containsEntry("unlisted_queue{host=\"b.example\"}", 1.0)
                .doesNotContainKey("unlisted_queue{host=\"a.example\"}");
        sweep.accept(new SweepEvent.SourceRead("market", 40, 30));
        assertThat(series().keySet()).noneMatch(name -> name.startsWith("unlisted_queue{") || name.contains("per_second{"));
    }

    @Test
    void hostsAndReasonsNeverGrowBeyondTheirBounds() {
        WatchedSweep sweep = metrics.watch();
        for (int source = 0; source < 9; source++) {
            Map<String, Integer> queues = new HashMap<>();
            for (int host = 0; host < 10; host++) queues.put("h" + source + "-" + host + ".example", source * 10 + host);
            sweep.accept(gauge("source-" + source, 0, queues));
        }
        for (int i = 0; i < 500; i++) sweep.accept(skipped("made-up-" + i));

        assertThat(series().keySet()).filteredOn(name -> name.startsWith("unlisted_queue{")).hasSize(10);
        assertThat(series()).containsEntry("unlisted_queue{host=\"h8-9.example\"}", 89.0);
        assertThat(series()).containsEntry("unlisted_skipped_total{reason=\"other\"}", 500.0);
        assertThat(series().keySet()).filteredOn(name -> name.startsWith("unlisted_skipped")).hasSize(1);
    }

    @Test
    void anOddNameOfASourceBreaksNoLine() {
        WatchedSweep sweep = metrics.watch();
        sweep.accept(new SweepEvent.SourceRead("a\"b\\c\nd", 2, 0));
        assertThat(series()).containsEntry("unlisted_pages_total{source=\"a\\\"b\\\\c\\nd\"}", 2.0);
    }

    @Test
    void aSweepThatNeverSaidHowItEndedNoLongerRuns() {
        try (WatchedSweep sweep = metrics.watch()) {
            sweep.accept(STARTED);
            sweep.accept(gauge("market", 0, Map.of("a.example", 5)));
        }
        assertThat(series())
                .containsEntry("unlisted_sweep_running", 0.0)
                .containsEntry("unlisted_sweeps_total{outcome=\"abandoned\"}", 1.0)
                .doesNotContainKey("unlisted_queue{host=\"a.example\"}");
    }

    @Test
    void aSweepThatFailedBeforeItStartedIsCounted() {
        try (WatchedSweep sweep = metrics.watch()) {
            sweep.accept(new SweepEvent.Failed("no such plan"));
        }
        assertThat(series())
                .containsEntry("unlisted_sweep_running", 0.0)
                .containsEntry("unlisted_sweeps_total{outcome=\"failed\"}", 1.0);
    }

    @Test
    void theFileHoldsTheSameAndNothingLiesBesideIt() throws Exception {
        Path file = folder.resolve("metrics.prom");
        Files.writeString(file, "of an earlier sweep");
        metrics.write(file);
        assertThat(Exposition.read(Files.readString(file))).isEqualTo(series());
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    private Map<String, Double> series() {
        return Exposition.read(metrics.text());
    }

    private static SweepEvent skipped(String reason) {
        return new SweepEvent.Skipped("market", "https://m.example/", reason, "why");
    }

    private static SweepEvent gauge(String source, long bytes, Map<String, Integer> queues) {
        return new SweepEvent.Gauge(source, 1, 3, 10, 41.5, 0, bytes, queues, Map.of());
    }
}
