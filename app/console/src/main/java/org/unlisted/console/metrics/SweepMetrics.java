package org.unlisted.console.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.unlisted.sweep.protocol.SweepEvent;

/**
 * What all sweeps of this process add up to. The number of series is bounded: hosts by the longest queues, reasons by
 * {@link SweepEvent.Skipped#REASONS}, sources by the plans of the operator. Thread-safe.
 */
public final class SweepMetrics {
    /** Named as the text files that a node exporter of Prometheus collects. */
    public static final String FILE = "metrics.prom";

    /** Of {@link #text()}: the exposition format that every Prometheus and OpenTelemetry collector reads. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final int HOSTS = 10;
    private static final String OTHER = "other";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final AtomicInteger running = new AtomicInteger();
    private final MultiGauge pagesPerSecond = MultiGauge.builder("unlisted.pages.per.second")
            .description("Pages fetched a second over the last seconds, of sources that are being fetched.")
            .register(registry);
    private final MultiGauge queues = MultiGauge.builder("unlisted.queue")
            .description("Addresses waiting, of the hosts with the most.")
            .register(registry);
    private final Map<SourceOfSweep, SweepEvent.Gauge> fetching = new HashMap<>();

    /** Two sweeps may fetch sources of the same name. */
    private record SourceOfSweep(WatchedSweep sweep, String source) {}

    public SweepMetrics() {
        Gauge.builder("unlisted.sweep.running", running, AtomicInteger::get)
                .description("Sweeps under way.")
                .register(registry);
        for (WatchedSweep.Outcome outcome : WatchedSweep.Outcome.values()) sweeps(outcome);
        images();
        offers();
        candidates();
    }

    /** A listener for one sweep. Close it when the sweep is over, however it ended. */
    public WatchedSweep watch() {
        return new WatchedSweep(this);
    }

    /** Every series with its value now. */
    public String text() {
        return registry.scrape();
    }

    /** Writes {@link #text()} at once or not at all: a node exporter may read the file at any moment. */
    public void write(Path file) throws IOException {
        Path whole = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(whole, text());
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void started() {
        running.incrementAndGet();
    }

    void ended(WatchedSweep sweep) {
        running.decrementAndGet();
        synchronized (fetching) {
            fetching.keySet().removeIf(key -> key.sweep().equals(sweep));
            showFetching();
        }
    }

    void fetching(WatchedSweep sweep, SweepEvent.Gauge now) {
        synchronized (fetching) {
            fetching.put(new SourceOfSweep(sweep, now.source()), now);
            showFetching();
        }
    }

    void read(WatchedSweep sweep, String source) {
        synchronized (fetching) {
            fetching.remove(new SourceOfSweep(sweep, source));
            showFetching();
        }
    }

    private void showFetching() {
        Map<String, Double> rates = new HashMap<>();
        Map<String, Integer> waiting = new HashMap<>();
        for (SweepEvent.Gauge now : fetching.values()) {
            rates.merge(now.source(), now.pagesPerSecond(), Double::sum);
            now.queues().forEach((host, queue) -> waiting.merge(host, queue, Integer::sum));
        }
        pagesPerSecond.register(
                rates.entrySet().stream()
                        .map(rate -> MultiGauge.Row.of(Tags.of("source", rate.getKey()), rate.getValue()))
                        .toList(),
                true);
        queues.register(
                waiting.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(HOSTS)
                        .map(queue -> MultiGauge.Row.of(Tags.of("host", queue.getKey()), queue.getValue()))
                        .toList(),
                true);
    }

    Counter sweeps(WatchedSweep.Outcome outcome) {
        return Counter.builder("unlisted.sweeps")
                .description("Sweeps that ended.")
                .tag("outcome", outcome.word())
                .register(registry);
    }

    Counter pages(String source) {
        return Counter.builder("unlisted.pages")
                .description("Pages fetched and parsed, and chat messages read.")
                .tag("source", source)
                .register(registry);
    }

    Counter bytes(String source) {
        return Counter.builder("unlisted.bytes")
                .description("Bytes of bodies fetched.")
                .tag("source", source)
                .register(registry);
    }

    Counter skipped(String reason) {
        return Counter.builder("unlisted.skipped")
                .description("What was left out.")
                .tag("reason", SweepEvent.Skipped.REASONS.contains(reason) ? reason : OTHER)
                .register(registry);
    }

    Counter images() {
        return Counter.builder("unlisted.images")
                .description("Pictures of offers that were looked at.")
                .register(registry);
    }

    Counter offers() {
        return Counter.builder("unlisted.offers")
                .description("Listings that sell faces or IDs.")
                .register(registry);
    }

    Counter candidates() {
        return Counter.builder("unlisted.candidates")
                .description("Faces close enough to an enrolled one for a reviewer to look at.")
                .register(registry);
    }
}
