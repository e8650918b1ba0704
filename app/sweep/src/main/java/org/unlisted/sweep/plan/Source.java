package org.unlisted.sweep.plan;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A market, forum, channel or export that a plan names. */
public sealed interface Source {

    /** Names the source in reports. */
    String id();

    /**
     * Pages on the web.
     *
     * @param allowLoopback only for markets served by this machine
     * @param rounds        link hops from the seeds
     * @param delay         between two requests to a host
     */
    record Web(
            String id,
            List<URI> seeds,
            boolean allowLoopback,
            int rounds,
            int maxPages,
            int maxImages,
            Duration delay,
            Duration timeout)
            implements Source {
        public Web {
            seeds = List.copyOf(seeds);
        }
    }

    /**
     * A Telegram Desktop export that somebody handed in.
     *
     * @param path absolute; {@code result.json} or its folder
     */
    record TelegramExport(String id, Path path) implements Source {}
}
