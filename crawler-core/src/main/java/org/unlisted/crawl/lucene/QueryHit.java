package org.unlisted.crawl.lucene;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A query that a text answers.
 *
 * @param id     of the query
 * @param places where, in order of the text, without duplicates
 */
public record QueryHit(String id, List<Place> places) {
    public QueryHit {
        requireNonNull(id, "id");
        places = List.copyOf(places);
    }

    /**
     * A stretch of the text as it was given, before any normalisation.
     *
     * @param start in UTF-16 units, from 0
     * @param end   exclusive
     */
    public record Place(int start, int end) implements Comparable<Place> {
        public Place {
            if (start < 0 || end < start) throw new IllegalArgumentException("not a place: " + start + " to " + end);
        }

        @Override
        public int compareTo(Place other) {
            return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
        }
    }
}
