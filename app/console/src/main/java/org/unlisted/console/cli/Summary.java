package org.unlisted.console.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unlisted.console.demo.DemoScore;
import org.unlisted.console.run.SweepStory;
import org.unlisted.sweep.protocol.SweepEvent;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The last word of a sweep: a table for people, one line for programs.
 *
 * @param seconds of the whole command
 * @param report  absent where it could not be written
 */
record Summary(
        SweepStory story, double seconds, Optional<Path> report, List<Path> packets, List<Path> notices, Optional<DemoScore> score)
        implements EndTable {
    private static final JsonMapper JSON = JsonMapper.shared();

    Summary {
        packets = List.copyOf(packets);
        notices = List.copyOf(notices);
    }

    @Override
    public String json() {
        SweepEvent.Done counts = story.counts();
        ObjectNode line = JSON.createObjectNode();
        line.put("event", "done")
                .put("pages", counts.pages())
                .put("listings", counts.listings())
                .put("offers", counts.offers())
                .put("images", counts.images())
                .put("faces", counts.faces())
                .put("candidates", counts.candidates())
                .put("cases", story.cases().size());
        ObjectNode skipped = line.putObject("skipped");
        counts.skipped().forEach(skipped::put);
        ObjectNode tracked = line.putObject("tracked");
        counts.tracked().forEach(tracked::put);
        line.put("seconds", Math.round(seconds * 10) / 10.0).put("peakRssMb", counts.peakRssMb());
        story.failure().ifPresent(message -> line.put("failure", message));
        score.ifPresent(s -> line.putObject("expected")
                .put("found", s.found().size())
                .put("missed", s.missed().size())
                .put("strangersMatched", s.strangersMatched().size())
                .put("nearMissCases", s.nearMissCases().size()));
        if (score.isPresent()) {
            paths(line.putArray("packets"), packets);
            paths(line.putArray("notices"), notices);
        }
        report.ifPresent(file -> line.put("report", file.toString()));
        return line.toString();
    }

    private static void paths(ArrayNode array, List<Path> paths) {
        paths.forEach(path -> array.add(path.toString()));
    }

    @Override
    public String table() {
        SweepEvent.Done counts = story.counts();
        StringBuilder out = new StringBuilder("\n");
        row(out, "pages", counts.pages());
        row(out, "listings", counts.listings());
        row(out, "offers of faces or IDs", counts.offers());
        row(out, "pictures of offers", counts.images());
        row(out, "faces", counts.faces());
        row(out, "candidates", counts.candidates());
        row(out, "cases", story.cases().size());
        for (Map.Entry<String, Integer> tracker : counts.tracked().entrySet())
            row(out, "tracked: " + tracker.getKey(), tracker.getValue());
        for (Map.Entry<String, Integer> reason : counts.skipped().entrySet())
            row(out, "skipped: " + reason.getKey(), reason.getValue());
        story.failure().ifPresent(message -> out.append("  the sweep failed: ").append(message).append('\n'));
        row(out, "seconds", Math.round(seconds));
        if (counts.peakRssMb() >= 0) row(out, "sweep's memory at most, MB", counts.peakRssMb());
        score.ifPresent(s -> {
            out.append('\n');
            row(out, "expected people found", s.found().size());
            row(out, "expected people missed", s.missed().size());
            row(out, "strangers confirmed", s.strangersMatched().size());
            row(out, "near-misses that became a case", s.nearMissCases().size());
            for (String difference : s.skippedDiffers()) out.append("  not as expected: ").append(difference).append('\n');
            for (String difference : s.offersDiffer()) out.append("  offer read otherwise: ").append(difference).append('\n');
        });
        if (!packets.isEmpty()) {
            out.append('\n');
            row(out, "evidence packets", packets.size());
            row(out, "notices", notices.size());
        }
        report.ifPresent(file -> out.append("\nReport: ").append(file));
        return out.toString();
    }

    private static void row(StringBuilder out, String name, long value) {
        out.append(String.format("  %-34s %8d%n", name, value));
    }
}
