package org.unlisted.crawl.hunt;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.crawl.listing.ListingExtractor;
import org.unlisted.crawl.offer.OfferReader;

/**
 * Reads the pages of finished sweeps again, by rules that may be newer than they are. The newest captures come first; one
 * with the address and the bytes of a newer one is left out, and so is a hit on a listing that had one before. Memory does
 * not grow with the archives, but for 16 bytes a page. Nothing is fetched and no picture is looked at. Not thread-safe.
 */
public final class RetroHunt {
    private static final Logger LOG = LoggerFactory.getLogger(RetroHunt.class);
    /** Copies and clocks may set a file's time a little before its last capture. */
    private static final Duration SLACK = Duration.ofDays(1);

    private final Path folder;
    private final HuntWindow window;

    /**
     * @param folder of captures, {@code SOURCE/SWEEP-SEGMENT.warc.gz}; need not exist
     */
    public RetroHunt(Path folder, HuntWindow window) {
        this.folder = requireNonNull(folder, "folder");
        this.window = requireNonNull(window, "window");
    }

    /** The sources that have captures, in order. */
    public static List<String> sources(Path folder) throws IOException {
        return Archive.in(folder).stream().map(Archive::source).distinct().sorted().toList();
    }

    /**
     * Reads every capture of the window once.
     *
     * @throws IOException if the folder cannot be listed
     */
    public HuntTally read(HuntRules rules, HuntListener listener) throws IOException {
        List<Archive> archives = new ArrayList<>(Archive.in(folder));
        archives.removeIf(a -> !window.admits(a.source()) || isOld(a));
        archives.sort(Archive.newestFirst());
        HuntCount count = new HuntCount(
                listener, archives.stream().mapToLong(Archive::bytes).sum());
        try (ReadingQueue queue = new ReadingQueue(rules, count::add)) {
            for (Archive archive : archives)
                new ArchiveReader(archive, window.since(), count.sink(archive, queue)).read();
            queue.finish();
        }
        HuntTally tally = count.tally();
        LOG.info(
                "event=hunt-done archives={} captures={} pages={} listings={} offers={} new={} tracked={} unreadable={}",
                archives.size(), tally.captures(), tally.pages(), tally.listings(), tally.offers(), tally.newOffers(),
                tally.tracked(), tally.unreadable());
        return tally;
    }

    /**
     * What one lexicon finds and another does not: only hits that {@code after} takes for offers and {@code before} not.
     */
    public HuntTally differences(
            ListingExtractor extractor, OfferReader before, OfferReader after, HuntListener listener)
            throws IOException {
        HuntRules rules = new HuntRules(extractor, after, HuntRules.Tracking.none(), HuntRules.Known.to(before));
        return read(rules, new FreshOnly(listener));
    }

    private boolean isOld(Archive archive) {
        return archive.modifiedAt().plus(SLACK).isBefore(window.since());
    }

    private record FreshOnly(HuntListener listener) implements HuntListener {
        @Override
        public void hit(HuntHit hit) {
            if (hit.fresh()) listener.hit(hit);
        }

        @Override
        public void unreadable(String item, String why) {
            listener.unreadable(item, why);
        }

        @Override
        public void progress(long done, long total, long pages) {
            listener.progress(done, total, pages);
        }
    }
}
