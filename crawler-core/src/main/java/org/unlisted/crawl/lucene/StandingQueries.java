package org.unlisted.crawl.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.HighlightsMatch;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;

/**
 * Stored queries that each text is held against, the reverse of a search. Lucene's monitor indexes the queries by a
 * word that a text must have, so that most of them are never run; fields that no query asks about are not analysed.
 * Thread-safe. Without queries it costs nothing; with some it holds a thread until it is closed.
 */
public final class StandingQueries implements AutoCloseable {
    private static final Analyzer ANALYZER = FieldAnalyzer.ofAllFields();

    private final Optional<Monitor> monitor;
    private final Set<QueryField> fields;

    private StandingQueries(List<MonitorQuery> queries, Set<QueryField> fields) throws IOException {
        this.fields = EnumSet.copyOf(fields);
        if (queries.isEmpty()) {
            this.monitor = Optional.empty();
            return;
        }
        Monitor started = new Monitor(ANALYZER);
        started.register(queries);
        this.monitor = Optional.of(started);
    }

    /** Takes queries one by one, so that whoever wrote a wrong one can be told which. Not thread-safe. */
    public static final class Builder {
        private final List<MonitorQuery> queries = new ArrayList<>();
        private final Set<QueryField> fields = EnumSet.noneOf(QueryField.class);

        /**
         * Adds a query.
         *
         * @param id    unique
         * @param query Lucene's classic syntax over the fields text (when none is named), title, zh and exact
         * @throws QueryException if it is no query, or too broad, or can match nothing
         */
        public Builder add(String id, String query) throws QueryException {
            StrictParser.Parsed parsed = StrictParser.parse(query, ANALYZER);
            queries.add(new MonitorQuery(id, parsed.query()));
            fields.addAll(parsed.fields());
            return this;
        }

        public StandingQueries build() {
            try {
                return new StandingQueries(queries, fields);
            } catch (IOException e) {
                throw new UncheckedIOException("an index in memory failed", e);
            }
        }
    }

    /**
     * The queries that a text answers, by id.
     *
     * @param titleEnd where the title ends in the text, in UTF-16 units; 0 without one
     */
    public List<QueryHit> match(String text, int titleEnd) {
        if (monitor.isEmpty()) return List.of();
        try {
            MatchingQueries<HighlightsMatch> found =
                    monitor.get().match(document(text, titleEnd), HighlightsMatch.MATCHER);
            if (!found.getErrors().isEmpty())
                throw new IllegalStateException("queries failed: " + found.getErrors().keySet());
            return found.getMatches().stream()
                    .map(m -> new QueryHit(m.getQueryId(), places(m)))
                    .sorted(Comparator.comparing(QueryHit::id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory failed", e);
        }
    }

    private Document document(String text, int titleEnd) {
        Document document = new Document();
        for (QueryField field : fields) {
            String value = switch (field) {
                case TITLE -> text.substring(0, titleEnd);
                case TEXT, ZH, EXACT -> text;
            };
            document.add(new TextField(field.key(), value, Field.Store.NO));
        }
        return document;
    }

    private static List<QueryHit.Place> places(HighlightsMatch match) {
        Set<QueryHit.Place> places = new TreeSet<>();
        for (String field : match.getFields())
            for (HighlightsMatch.Hit hit : match.getHits(field))
                places.add(new QueryHit.Place(hit.startOffset(), hit.endOffset()));
        return List.copyOf(places);
    }

    @Override
    public void close() {
        try {
            if (monitor.isPresent()) monitor.get().close();
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory failed", e);
        }
    }
}
