package org.unlisted.console.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.unlisted.console.config.AppFolder;
import org.unlisted.crawl.tracker.Tracker;
import org.unlisted.crawl.tracker.TrackerException;
import org.unlisted.crawl.tracker.Trackers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lists trackers, or tries them on texts before they are used. */
@Command(
        name = "trackers",
        mixinStandardHelpOptions = true,
        description = "Lists the trackers in config/trackers; with --test, tries them on texts and sweeps nothing.")
final class TrackersCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Option(names = "--owner", paramLabel = "NAME", description = "only those of one owner")
    private Optional<String> owner = Optional.empty();

    @Option(
            names = "--test",
            paramLabel = "FILE",
            description = "a text a line, plain or as JSON with id and text; prints one JSON object a hit")
    private Optional<Path> test = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description = "another folder of trackers than config/trackers: to try them before they are moved there")
    private Optional<Path> from = Optional.empty();

    @Option(names = "--json", description = "one JSON object a tracker")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Path folder = from.isPresent() ? from.get() : AppFolder.ofLauncher().trackers();
        if (from.isPresent() && !Files.isDirectory(folder)) throw new UsageException(folder + " is no folder");
        try (Trackers trackers = load(folder)) {
            List<Tracker> known = trackers.list();
            if (owner.isPresent() && known.stream().noneMatch(t -> ours(t.owner())))
                throw new UsageException("no tracker of '" + owner.get() + "'; owners are: " + owners(known));
            if (test.isPresent())
                return new TrackerTrial(trackers, hit -> ours(hit.owner()), System.out).run(test.get());
            known.stream()
                    .filter(t -> ours(t.owner()))
                    .map(json ? TrackersCommand::object : TrackersCommand::row)
                    .forEach(System.out::println);
        }
        return ExitCode.DONE;
    }

    /** Before a sweep: what is wrong with a tracker is said before anything is asked of anybody. */
    static void check(AppFolder app) throws IOException, UsageException {
        load(app.trackers()).close();
    }

    /** A file that is not understood is a wrong usage, as a plan is. */
    private static Trackers load(Path folder) throws IOException, UsageException {
        try {
            return Trackers.load(folder);
        } catch (TrackerException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private boolean ours(Optional<String> of) {
        return owner.isEmpty() || owner.equals(of);
    }

    private static String owners(List<Tracker> known) {
        String names = known.stream()
                .flatMap(t -> t.owner().stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }

    private static String row(Tracker tracker) {
        return String.format(
                "%-24s %-20s %-10s %-8s %s",
                tracker.id(),
                tracker.owner().orElse("-"),
                tracker.languages().isEmpty() ? "-" : String.join(",", tracker.languages()),
                tracker.paused() ? "paused" : "active",
                tracker.query());
    }

    private static String object(Tracker tracker) {
        ObjectNode line = JSON.createObjectNode();
        line.put("id", tracker.id()).put("owner", tracker.owner().orElse(null));
        tracker.languages().forEach(line.putArray("languages")::add);
        line.put("label", tracker.label())
                .put("paused", tracker.paused())
                .put("query", tracker.query())
                .put("note", tracker.note().orElse(null));
        return line.toString();
    }
}
