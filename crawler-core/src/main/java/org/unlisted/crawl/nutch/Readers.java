package org.unlisted.crawl.nutch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.crawl.listing.ListingExtractor;
import org.unlisted.crawl.offer.OfferReader;
import org.unlisted.crawl.tracker.Trackers;

/** What pages are read with, loaded once a process: word lists take long to load. Thread-safe. */
final class Readers {
    private static final Map<Path, OfferReader> OFFERS = new ConcurrentHashMap<>();
    private static final Map<Path, Trackers> TRACKERS = new ConcurrentHashMap<>(); // until the process ends
    private static final Map<Path, ListingExtractor> EXTRACTORS = new ConcurrentHashMap<>();

    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);

    private Readers() {}

    static OfferReader offers(Configuration conf) {
        return of(OFFERS, conf.get(Keys.LEXICON), "the lexicon", OfferReader::load);
    }

    static Trackers trackers(Configuration conf) {
        return of(TRACKERS, conf.get(Keys.TRACKERS), "the trackers", Trackers::load);
    }

    static ListingExtractor extractor(Configuration conf) {
        return of(EXTRACTORS, conf.get(Keys.SITES), "the site profiles", ListingExtractor::load);
    }

    /** Loads what takes longest while something else waits for a network. What is wrong with it shows when it is used. */
    static void warm(Configuration conf) {
        Thread.ofPlatform().daemon().name("load lexicon").start(() -> {
            try {
                offers(conf);
            } catch (UncheckedIOException e) {
                LOG.debug("event=lexicon-not-loaded cause={}", e.toString());
            }
        });
    }

    private interface Loader<T> {
        T load(Path folder) throws IOException;
    }

    private static <T> T of(Map<Path, T> loaded, String folder, String what, Loader<T> loader) {
        Function<Path, T> load = path -> {
            try {
                return loader.load(path);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read " + what + " in " + path, e);
            }
        };
        return loaded.computeIfAbsent(Path.of(folder), load);
    }
}
