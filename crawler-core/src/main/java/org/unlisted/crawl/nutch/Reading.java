package org.unlisted.crawl.nutch;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * What pages are read with.
 *
 * @param lexicon  folder of the offer reader's word lists
 * @param trackers folder of the trackers; need not be there
 * @param sites    folder of the site profiles; need not be there
 */
public record Reading(Path lexicon, Path trackers, Path sites) {

    public Reading {
        requireNonNull(lexicon, "lexicon");
        requireNonNull(trackers, "trackers");
        requireNonNull(sites, "sites");
    }
}
