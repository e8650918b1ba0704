package org.unlisted.console.cli;

import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.unlisted.sweep.protocol.SweepEvent;

/** Progress bars on a terminal: one at a time, a finished one stays where it is. */
final class TerminalView implements View {
    private Optional<ProgressBar> bar = Optional.empty();
    private String task = "";

    @Override
    public synchronized void step(String name, int done, int total) {
        if (!name.equals(task)) {
            close();
            task = name;
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName(name)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                    .setUpdateIntervalMillis(100)
                    .hideEta()
                    .build());
        }
        bar.ifPresent(b -> b.maxHint(total).stepTo(done));
    }

    @Override
    public void event(SweepEvent event) {
        switch (event) {
            case SweepEvent.Started s -> say("Sweep " + s.sweep() + ": plan " + s.plan() + ", " + s.sources()
                    + " sources, looking for " + s.enrolees() + " people");
            case SweepEvent.Progress p -> {
                boolean worthABar = switch (p.stage()) {
                    case "fetch", "match", "import" -> true;
                    default -> false;
                };
                if (worthABar) step(Stage.name(p), p.done(), p.total());
            }
            case SweepEvent.Gauge g -> gauge(g);
            case SweepEvent.Scanning s -> scanning(s);
            case SweepEvent.WorkerDied d -> say(ScanLine.died(d));
            case SweepEvent.Failed(String message) -> say("Failed: " + message);
            case SweepEvent.SourceRead _, SweepEvent.OfferSeen _, SweepEvent.ContactsSeen _, SweepEvent.Tracked _, SweepEvent.SightingSeen _, SweepEvent.Skipped _,
                    SweepEvent.Done _ -> {}
        }
    }

    private synchronized void scanning(SweepEvent.Scanning scanning) {
        step("looking at pictures", scanning.done(), scanning.total());
        bar.ifPresent(b -> b.setExtraMessage(ScanLine.beside(scanning)));
    }

    private synchronized void gauge(SweepEvent.Gauge gauge) {
        step(Stage.fetch(gauge.round()), gauge.done(), gauge.total());
        bar.ifPresent(b -> b.setExtraMessage(GaugeLine.beside(gauge)));
    }

    @Override
    public void end(EndTable summary) {
        say(summary.table());
    }

    @Override
    public synchronized void say(String sentence) {
        close();
        System.out.println(sentence);
    }

    @Override
    public synchronized void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
        task = "";
    }
}
