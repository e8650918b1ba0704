package org.unlisted.console.cli;

import java.io.PrintStream;
import org.unlisted.sweep.protocol.EventLine;
import org.unlisted.sweep.protocol.SweepEvent;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object a line. The command prints the last one itself. */
final class JsonView implements View {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final PrintStream out;

    JsonView(PrintStream out) {
        this.out = out;
    }

    @Override
    public void step(String task, int done, int total) {
        ObjectNode line = JSON.createObjectNode();
        line.put("event", "step").put("task", task).put("done", done).put("total", total);
        print(line.toString());
    }

    @Override
    public void event(SweepEvent event) {
        switch (event) {
            case SweepEvent.Done _ -> {} // the command's own "done" says more
            case SweepEvent.Started _, SweepEvent.Progress _, SweepEvent.Gauge _, SweepEvent.Scanning _, SweepEvent.WorkerDied _, SweepEvent.SourceRead _,
                    SweepEvent.OfferSeen _, SweepEvent.ContactsSeen _, SweepEvent.Tracked _,
                    SweepEvent.SightingSeen _, SweepEvent.Skipped _, SweepEvent.Failed _ -> print(EventLine.of(event));
        }
    }

    @Override
    public void end(EndTable summary) {
        print(summary.json());
    }

    @Override
    public void say(String sentence) {}

    private synchronized void print(String line) {
        out.println(line);
        out.flush();
    }

    @Override
    public void close() {}
}
