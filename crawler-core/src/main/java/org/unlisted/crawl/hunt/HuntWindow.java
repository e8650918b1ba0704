package org.unlisted.crawl.hunt;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Which of the stored captures are read.
 *
 * @param since  the earliest capture, by its WARC-Date
 * @param source the only source; empty for every one
 */
public record HuntWindow(Instant since, Optional<String> source) {

    /** Everything that is stored. */
    public static final HuntWindow ALL = new HuntWindow(Instant.MIN, Optional.empty());

    public HuntWindow {
        requireNonNull(since, "since");
        requireNonNull(source, "source");
    }

    boolean admits(String name) {
        return source.isEmpty() || source.get().equals(name);
    }
}
