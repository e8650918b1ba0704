package org.unlisted.crawl.nutch;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a crawl keeps what it knows.
 *
 * @param name     of this source's folder on a cluster, below the user's own
 * @param state    folder of this source alone, kept from sweep to sweep: what is known of its addresses; while a sweep
 *                 runs also its segments and the pictures that wait to be looked at
 * @param captures folder for the captures of pages; kept
 * @param scratch  empty or missing; what a process leaves there is of no use to the next
 * @param pass     names one sweep over the source; a crawl that was broken off goes on under the same name
 * @param cluster  where the jobs run; empty for this process
 */
public record CrawlPlace(
        String name, Path state, Path captures, Path scratch, String pass, Optional<ClusterSite> cluster) {

    public CrawlPlace {
        if (!name.matches("[a-z0-9-]+(/[a-z0-9-]+)*")) throw new IllegalArgumentException("not a folder's name: " + name);
        state = state.toAbsolutePath();
        captures = captures.toAbsolutePath();
        scratch = scratch.toAbsolutePath();
        if (!pass.matches("[a-z0-9-]{1,64}")) throw new IllegalArgumentException("not a pass: " + pass);
        requireNonNull(cluster, "cluster");
    }

    /** A crawl for once: everything in one folder of this machine. */
    public static CrawlPlace within(Path folder) {
        return new CrawlPlace(
                "once",
                folder.resolve("state"),
                folder.resolve("captures"),
                folder.resolve("scratch"),
                "once",
                Optional.empty());
    }
}
