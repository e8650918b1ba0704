package org.unlisted.console.cli;

import java.io.PrintStream;
import org.unlisted.sweep.protocol.SweepEvent;

/** Lines for a log file or a pipe: one for each step, none for each percent. */
final class PlainView implements View {
    private final PrintStream out;
    private String last = "";

    PlainView(PrintStream out) {
        this.out = out;
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
            case SweepEvent.Failed(String message) -> line("failed: " + message);
            case SweepEvent.OfferSeen _, SweepEvent.ContactsSeen _, SweepEvent.Tracked _, SweepEvent.SightingSeen _, SweepEvent.Skipped _,
                    SweepEvent.Done _ -> {}
        }
    }

    @Override
    public void end(Summary summary) {
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
