package org.unlisted.crawl.tracker;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.lucene.QueryException;
import org.unlisted.crawl.lucene.QueryHit;
import org.unlisted.crawl.lucene.StandingQueries;

/** All trackers of a folder, held against one listing at a time. Thread-safe. To be closed after the last listing. */
public final class Trackers implements AutoCloseable {
    private final Map<String, Tracker> trackers;
    private final StandingQueries queries;

    private Trackers(Map<String, Tracker> trackers, StandingQueries queries) {
        this.trackers = trackers;
        this.queries = queries;
    }

    /**
     * Reads every {@code *.yaml} file of a folder. No folder is no trackers.
     *
     * @throws TrackerException if anything in a file is not understood, or a query is too broad
     * @throws IOException      if a file cannot be read
     */
    public static Trackers load(Path folder) throws IOException {
        Map<String, Tracker> trackers = new LinkedHashMap<>();
        Map<String, Path> files = new HashMap<>();
        StandingQueries.Builder active = new StandingQueries.Builder();
        for (Path path : files(folder)) {
            TrackerFile file = new TrackerFile(path);
            for (Tracker tracker : file.read()) {
                if (trackers.put(tracker.id(), tracker) != null)
                    throw file.wrong(tracker.id(), "id: it is in " + files.get(tracker.id())
                            + " already; give one of the two another id");
                files.put(tracker.id(), path);
                try {
                    // A paused one is checked all the same: what is wrong with it should not wait until it is needed.
                    (tracker.paused() ? new StandingQueries.Builder() : active).add(tracker.id(), tracker.query());
                } catch (QueryException e) {
                    throw file.wrong(tracker.id(), "query: " + e.getMessage());
                }
            }
        }
        return new Trackers(trackers, active.build());
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> all = entries.filter(Files::isRegularFile).sorted().toList();
            for (Path file : all)
                if (file.toString().endsWith(".yml"))
                    throw new TrackerException("tracker file " + file + ": rename it to .yaml, or it is not read");
            return all.stream().filter(f -> f.toString().endsWith(".yaml")).toList();
        }
    }

    /** All of them, paused ones too, in the order of files and lines. */
    public List<Tracker> list() {
        return List.copyOf(trackers.values());
    }

    /** As {@link #match(String, String)}, of the listing's title and text. */
    public List<TrackerHit> match(Listing listing) {
        return match(listing.title(), listing.text());
    }

    /**
     * The trackers that a text hits, by id.
     *
     * @param title may be empty; offsets of phrases count in title, line break, body, or in the body alone if it is
     *              blank
     */
    public List<TrackerHit> match(String title, String body) {
        boolean bare = title.isBlank();
        String text = bare ? body : title + "\n" + body;
        return queries.match(text, bare ? 0 : title.length()).stream()
                .map(hit -> named(hit, text))
                .toList();
    }

    private TrackerHit named(QueryHit hit, String text) {
        Tracker tracker = requireNonNull(trackers.get(hit.id()), hit.id());
        List<Phrase> phrases = hit.places().stream()
                .map(p -> new Phrase(p.start(), p.end(), text.substring(p.start(), p.end())))
                .toList();
        return new TrackerHit(tracker.id(), tracker.owner(), tracker.label(), phrases);
    }

    @Override
    public void close() {
        queries.close();
    }
}
