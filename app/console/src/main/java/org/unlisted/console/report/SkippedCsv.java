package org.unlisted.console.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.sweep.protocol.SweepEvent;

/**
 * What a sweep leaves out, one line each while it runs: a sweep that is killed leaves the lines so far. RFC 4180, UTF-8,
 * with the columns at, source, url, reason, detail. Strangers choose the addresses, and spreadsheets take what begins like a
 * formula for one: such a cell gets an apostrophe in front. A file that cannot be written stops no sweep. Thread-safe.
 */
public final class SkippedCsv implements Consumer<SweepEvent>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SkippedCsv.class);
    private static final List<String> COLUMNS = List.of("at", "source", "url", "reason", "detail");
    /** Tabs and line ends because cells are trimmed, wide forms because a Chinese or Japanese spreadsheet reads them too. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final Function<String, Path> place;
    private final InstantSource clock;
    private Optional<Writer> out = Optional.empty();

    /**
     * Opens no file before a sweep has started.
     *
     * @param place from the sweep's id to the file; what it held is overwritten
     */
    public SkippedCsv(Function<String, Path> place, InstantSource clock) {
        this.place = requireNonNull(place, "place");
        this.clock = requireNonNull(clock, "clock");
    }

    /** Where the file of a report lies: {@code skipped.csv} for {@code report.html}, else {@code NAME-skipped.csv}. */
    public static Path beside(Path report) {
        String name = requireNonNull(report.getFileName(), "a report is a file").toString();
        return report.resolveSibling(
                name.equals("report.html") ? "skipped.csv" : name.replaceFirst("\\.html$", "") + "-skipped.csv");
    }

    @Override
    public synchronized void accept(SweepEvent event) {
        try {
            if (event instanceof SweepEvent.Started started) open(place.apply(started.sweep()));
            if (event instanceof SweepEvent.Skipped skipped)
                line(List.of(
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                        skipped.source(),
                        skipped.item(),
                        skipped.reason(),
                        skipped.detail()));
        } catch (IOException e) {
            LOG.warn("event=skipped-not-written cause={}", e.toString());
            close();
        }
    }

    private void open(Path file) throws IOException {
        close();
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        out = Optional.of(Files.newBufferedWriter(file, UTF_8));
        line(COLUMNS);
    }

    private void line(List<String> cells) throws IOException {
        if (out.isEmpty()) return;
        out.get().write(cells.stream().map(SkippedCsv::cell).collect(Collectors.joining(",", "", "\r\n")));
        out.get().flush();
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    @Override
    public synchronized void close() {
        if (out.isEmpty()) return;
        try {
            out.get().close();
        } catch (IOException e) {
            LOG.warn("event=skipped-not-closed cause={}", e.toString());
        }
        out = Optional.empty();
    }
}
