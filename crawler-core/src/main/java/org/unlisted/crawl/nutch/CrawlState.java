package org.unlisted.crawl.nutch;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far a crawl has come. One file of it is the only thing that makes a step count as done: whatever else a process
 * that was killed has left is done again.
 *
 * @param db       number of the crawl database that holds; 0 before there is one
 * @param done     rounds whose segments are in that database
 * @param current  the round under way
 * @param millis   spent on finished rounds of this pass
 * @param finished no round is left: what was found may be told again, nothing is fetched
 * @param blocked  the source refused; it is left alone for a while
 */
record CrawlState(
        String pass,
        Instant startedAt,
        int db,
        List<Integer> done,
        Optional<Round> current,
        long millis,
        boolean finished,
        Optional<Blocked> blocked) {

    CrawlState {
        requireNonNull(pass, "pass");
        requireNonNull(startedAt, "startedAt");
        if (db < 0) throw new IllegalArgumentException("negative db: " + db);
        done = List.copyOf(done);
        requireNonNull(current, "current");
        requireNonNull(blocked, "blocked");
    }

    /** What is done of a round: named by its last finished step. */
    enum Step { SELECTED, FETCHED, PARSED }

    /**
     * @param size addresses in it
     */
    record Round(int number, Step step, int size) {}

    /**
     * @param wall the kind of wall
     * @param url  where it was met last
     */
    record Blocked(String wall, String url, Instant since) {}

    static CrawlState begin(String pass, Instant now) {
        return new CrawlState(pass, now, 0, List.of(), Optional.empty(), 0, false, Optional.empty());
    }

    /** The next pass over what this one knew. */
    CrawlState next(String pass, Instant now) {
        return new CrawlState(pass, now, db, List.of(), Optional.empty(), 0, false, blocked);
    }

    CrawlState with(Round round) {
        return new CrawlState(pass, startedAt, db, done, Optional.of(round), millis, finished, blocked);
    }

    /** The round under way is in a new database. */
    CrawlState roundDone(int newDb, long moreMillis) {
        List<Integer> rounds = new ArrayList<>(done);
        rounds.add(current.orElseThrow().number());
        return new CrawlState(pass, startedAt, newDb, rounds, Optional.empty(), millis + moreMillis, finished, blocked);
    }

    CrawlState withDb(int newDb) {
        return new CrawlState(pass, startedAt, newDb, done, current, millis, finished, blocked);
    }

    CrawlState finish() {
        return new CrawlState(pass, startedAt, db, done, Optional.empty(), millis, true, blocked);
    }

    CrawlState blockedBy(Optional<Blocked> wall) {
        return new CrawlState(pass, startedAt, db, done, current, millis, finished, wall);
    }
}
