package org.unlisted.crawl.scope;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How much of a source is fetched in one sweep at most. Whatever runs out first ends it.
 *
 * @param depth  link hops from the seeds, 1 to 50
 * @param pages  1 to 1,000,000
 * @param images of offers, 0 to 10,000,000; 0: no picture is asked for
 * @param bytes  of bodies, 1 MB to 10 TB (decimal)
 * @param time   from the first request, one minute to 31 days
 */
public record Budget(int depth, int pages, int images, long bytes, Duration time) {
    public static final int MAX_DEPTH = 50;
    public static final int MAX_PAGES = 1_000_000;
    public static final int MAX_IMAGES = 10_000_000;
    public static final long MIN_BYTES = 1_000_000;
    public static final long MAX_BYTES = 10_000_000_000_000L;
    public static final Duration MAX_TIME = Duration.ofDays(31);

    /** A night at one request in five seconds. */
    public static final Budget DEFAULT = new Budget(3, 500, 5_000, 2_000_000_000L, Duration.ofHours(8));

    public Budget {
        requireNonNull(time, "time");
        check("depth", depth, 1, MAX_DEPTH);
        check("pages", pages, 1, MAX_PAGES);
        check("images", images, 0, MAX_IMAGES);
        check("bytes", bytes, MIN_BYTES, MAX_BYTES);
        if (time.compareTo(Duration.ofMinutes(1)) < 0 || time.compareTo(MAX_TIME) > 0)
            throw new IllegalArgumentException("time outside 1 minute to 31 days: " + time);
    }

    /** The same, without pictures: nobody is enrolled. */
    public Budget withoutImages() {
        return new Budget(depth, pages, 0, bytes, time);
    }

    private static void check(String name, long value, long min, long max) {
        if (value < min || value > max)
            throw new IllegalArgumentException(name + " outside " + min + " to " + max + ": " + value);
    }
}
