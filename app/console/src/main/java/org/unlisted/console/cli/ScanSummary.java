package org.unlisted.console.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.unlisted.sweep.protocol.SweepEvent;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The last word of a scan: counts and case numbers, never who.
 *
 * @param cases   numbers
 * @param died    workers that ended in the middle of their work
 * @param seconds of the whole command
 * @param report  absent where it could not be written
 */
record ScanSummary(SweepEvent.Done counts, List<String> cases, int died, double seconds, Optional<Path> report)
        implements EndTable {
    private static final JsonMapper JSON = JsonMapper.shared();

    ScanSummary {
        cases = List.copyOf(cases);
    }

    @Override
    public String json() {
        ObjectNode line = JSON.createObjectNode();
        line.put("event", "done")
                .put("images", counts.images())
                .put("faces", counts.faces())
                .put("candidates", counts.candidates())
                .put("cases", cases.size());
        ArrayNode numbers = line.putArray("caseNumbers");
        cases.forEach(numbers::add);
        ObjectNode skipped = line.putObject("skipped");
        counts.skipped().forEach(skipped::put);
        line.put("workersDied", died)
                .put("seconds", Math.round(seconds * 10) / 10.0)
                .put("peakRssMb", counts.peakRssMb());
        report.ifPresent(file -> line.put("report", file.toString()));
        return line.toString();
    }

    @Override
    public String table() {
        StringBuilder out = new StringBuilder("\n");
        row(out, "pictures", counts.images());
        row(out, "faces", counts.faces());
        row(out, "candidates", counts.candidates());
        row(out, "cases", cases.size());
        counts.skipped().forEach((reason, count) -> row(out, "skipped: " + reason, count));
        if (died > 0) row(out, "workers that ended", died);
        row(out, "seconds", Math.round(seconds));
        if (counts.peakRssMb() > 0) row(out, "memory of all processes at most, MB", counts.peakRssMb());
        if (!cases.isEmpty()) out.append("\nCases: ").append(String.join(" ", cases));
        report.ifPresent(file -> out.append("\nReport: ").append(file));
        return out.toString();
    }

    private static void row(StringBuilder out, String name, long value) {
        out.append(String.format("  %-34s %8d%n", name, value));
    }
}
