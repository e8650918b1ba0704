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
     * A chat export that somebody handed in, of any format that {@code org.unlisted.crawl.chat.ChatExports} reads.
     *
     * @param path absolute; a file, or a folder or zip with one or more exports
     */
    record ChatExport(String id, Path path) implements Source {}
}
