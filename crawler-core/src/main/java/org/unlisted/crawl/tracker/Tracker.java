package org.unlisted.crawl.tracker;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A query that somebody keeps for listings that are to be looked at.
 *
 * @param id        {@code a-z 0-9 -}, unique in the folder
 * @param owner     whose it is: hits name it, so that each organisation can take its own
 * @param languages BCP 47, for people: a query is held against every text, because sellers mix languages
 * @param note      for people
 * @param query     Lucene's classic syntax, as written; see README, "Your own trackers"
 * @param label     what a hit means, in capitals; never SALE, which is the offer reader's word
 * @param paused    checked at start but held against nothing
 */
public record Tracker(
        String id,
        Optional<String> owner,
        List<String> languages,
        Optional<String> note,
        String query,
        String label,
        boolean paused) {
    /** Where a file names no label: somebody should look. */
    static final String REVIEW = "REVIEW";

    public Tracker {
        if (!id.matches("[a-z0-9-]{1,64}"))
            throw new IllegalArgumentException("id: '" + id + "' is not 1 to 64 of a-z 0-9 -");
        requireNonNull(owner, "owner");
        languages = List.copyOf(languages);
        for (String language : languages)
            if (!language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"))
                throw new IllegalArgumentException("languages: '" + language + "' is no tag such as zh, vi or zh-TW");
        requireNonNull(note, "note");
        requireNonNull(query, "query");
        if (!label.matches("[A-Z][A-Z0-9_]{0,31}"))
            throw new IllegalArgumentException("label: '" + label + "' is not one word in capitals, such as REVIEW");
        if (label.equals("SALE"))
            throw new IllegalArgumentException("label: only the offer reader says SALE, which lets faces be compared: "
                    + "use another word");
    }
}
