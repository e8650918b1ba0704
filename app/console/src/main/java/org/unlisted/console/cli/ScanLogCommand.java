package org.unlisted.console.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.unlisted.console.storage.ScanLogEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shows who had bundles scanned. */
@Command(
        name = "scan-log",
        mixinStandardHelpOptions = true,
        description = "Lists who had bundles scanned, when and why, and checks that nothing of it was changed.")
final class ScanLogCommand implements Callable<Integer> {
    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        try (Installation installation = Installation.open()) {
            for (ScanLogEntry entry : installation.scanLog().list()) System.out.println(json ? json(entry) : line(entry));
            return ExitCode.DONE;
        } catch (IllegalStateException e) {
            System.err.println("unlisted: " + e.getMessage());
            return ExitCode.FAILED;
        }
    }

    private static String step(ScanLogEntry entry) {
        return entry.step().name().toLowerCase(Locale.ROOT);
    }

    private static String line(ScanLogEntry entry) {
        ScanLogEntry.Counts counts = entry.counts();
        return String.format(
                "%s  %-8s %s  %s: %s%s  files %d, pictures %d, faces %d, candidates %d, cases %d, skipped %d",
                entry.at(),
                step(entry),
                entry.scan(),
                entry.operator(),
                entry.reason(),
                entry.fewConfirmed() ? " (few pictures confirmed)" : "",
                counts.files(),
                counts.images(),
                counts.faces(),
                counts.candidates(),
                counts.cases(),
                counts.skipped());
    }

    private static String json(ScanLogEntry entry) {
        ScanLogEntry.Counts counts = entry.counts();
        ObjectNode line = JsonMapper.shared().createObjectNode();
        return line.put("scan", entry.scan())
                .put("at", entry.at().toString())
                .put("step", step(entry))
                .put("operator", entry.operator())
                .put("reason", entry.reason())
                .put("fewConfirmed", entry.fewConfirmed())
                .put("listing", entry.listing())
                .put("files", counts.files())
                .put("images", counts.images())
                .put("faces", counts.faces())
                .put("candidates", counts.candidates())
                .put("cases", counts.cases())
                .put("skipped", counts.skipped())
                .toString();
    }
}
