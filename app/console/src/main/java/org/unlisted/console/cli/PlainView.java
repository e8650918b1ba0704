package org.unlisted.console.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.unlisted.sweep.protocol.SweepEvent;

/** Lines for a log file or a pipe: one for each step, none for each percent, and now and then how a long fetch is doing. */
final class PlainView implements View {
    private static final Duration BETWEEN_GAUGES = Duration.ofSeconds(30);

    private final PrintStream out;
    private final InstantSource clock;
    private Instant nextGauge = Instant.MIN;
    private String last = "";

    PlainView(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void step(String task, int done, int total) {
        if (done == total) line(task + ": " + total);
    }

    @Override
    public void event(SweepEvent event) {
        switch (event) {
            case SweepEvent.Started s -> line("sweep " + s.sweep() + ": plan " + s.plan() + ", " + s.sources()
                    + " sources, looking for " + s.enrolees() + " people");
            case SweepEvent.Progress p -> {
                if (p.done() == p.total() && p.total() > 0) line(Stage.name(p) + ": " + p.total());
            }
            case SweepEvent.Gauge g -> gauge(g);
            case SweepEvent.Scanning s -> scanning(s);
            case SweepEvent.WorkerDied d -> line(ScanLine.died(d));
            case SweepEvent.SourceRead r -> {
                if (!r.source().isEmpty())
                    line("source " + r.source() + ": " + r.pages() + " read, " + r.listings() + " listings");
            }
            case SweepEvent.Failed(String message) -> line("failed: " + message);
            case SweepEvent.OfferSeen _, SweepEvent.ContactsSeen _, SweepEvent.Tracked _, SweepEvent.SightingSeen _, SweepEvent.Skipped _,
                    SweepEvent.Done _ -> {}
        }
    }

    private synchronized void scanning(SweepEvent.Scanning scanning) {
        Instant now = clock.instant();
        if (now.isBefore(nextGauge) && scanning.done() < scanning.total()) return;
        nextGauge = now.plus(BETWEEN_GAUGES);
        line("looking at pictures: " + scanning.done() + "/" + scanning.total() + " · " + ScanLine.beside(scanning));
    }

    private synchronized void gauge(SweepEvent.Gauge gauge) {
        Instant now = clock.instant();
        if (now.isBefore(nextGauge)) return;
        nextGauge = now.plus(BETWEEN_GAUGES);
        line(GaugeLine.whole(gauge));
    }

    @Override
    public void end(EndTable summary) {
        line(summary.table());
    }

    @Override
    public void say(String sentence) {
        line(sentence);
    }

    private synchronized void line(String line) {
        if (line.equals(last)) return;
        last = line;
        out.println(line);
        out.flush();
    }

    @Override
    public void close() {}
}
