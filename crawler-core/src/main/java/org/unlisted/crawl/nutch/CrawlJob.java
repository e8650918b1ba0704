package org.unlisted.crawl.nutch;

import crawlercommons.domains.EffectiveTldFinder;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.nutch.parse.ParseSegment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Crawls one source: rounds of select, fetch, parse, update, until nothing is due or a budget is spent. A crawl that was
 * broken off, at whatever moment, goes on where it was: only the round under way is begun again. Nutch reports success for
 * jobs that lost everything, so each job's records are counted. Runs once.
 */
public final class CrawlJob {
    private static final Logger LOG = LoggerFactory.getLogger(CrawlJob.class);
    private static final long MUCH_HEAP = 112 << 20;
    /** Addresses of one round at most: what a process that is killed may have to fetch again. */
    private static final int LARGEST_SEGMENT = 5_000;

    private static final int SMALLEST_SEGMENT = 32;
    private static final Duration LONGEST_SEGMENT = Duration.ofMinutes(15);
    private static final Duration LEFT_ALONE = Duration.ofDays(7);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int MOST_WAITS = 3;

    private final CrawlPlan plan;
    private final CrawlPlace place;
    private final CrawlListener listener;
    private final Configuration conf;
    private final CrawlFolder folder;
    private final SegmentTally tally;
    private final int largestSegment;
    private final long startNanos = System.nanoTime();
    /** Spent on this pass by processes before this one. */
    private final long millisBefore;

    private CrawlState state;
    private int waits;

    /**
     * Prepares a crawl.
     *
     * @throws IOException if its folder cannot be used
     */
    public CrawlJob(CrawlPlan plan, CrawlPlace place, CrawlListener listener) throws IOException {
        this(plan, place, listener, LARGEST_SEGMENT);
    }

    CrawlJob(CrawlPlan plan, CrawlPlace place, CrawlListener listener, int largestSegment) throws IOException {
        this.largestSegment = largestSegment;
        this.plan = plan;
        this.place = place;
        this.listener = listener;
        this.conf = NutchSettings.of(plan, place);
        Path root = new Path(place.state().toUri());
        Path captures = new Path(place.captures().toUri());
        if (place.cluster().isPresent()) {
            Path home = new Path(FileSystem.get(conf).getHomeDirectory(), "unlisted/" + place.name());
            root = new Path(home, "state");
            captures = new Path(home, "captures");
        }
        this.folder = new CrawlFolder(conf, root, captures);
        conf.set(Keys.CAPTURES_AT, captures.toString());
        conf.set(Keys.PICTURES_AT, folder.pictures().toString());
        this.tally = new SegmentTally(listener);
        this.state = opened();
        this.millisBefore = state.millis();
        if (place.cluster().isPresent()) ship(place.cluster().get().shipment());
    }

    private void ship(ClusterSite.Shipment shipment) throws IOException {
        FileSystem fs = FileSystem.get(conf);
        Path shared = new Path(fs.getHomeDirectory(), "unlisted-shared");
        new Shipping(conf, fs).send(shipment, shared, folder.temporary("shipped"));
    }

    private CrawlState opened() throws IOException {
        Optional<CrawlState> known = folder.load();
        if (known.isPresent() && known.get().pass().equals(place.pass())) return known.get();
        folder.clearPass();
        Instant now = Instant.now();
        CrawlState fresh =
                known.map(k -> k.next(place.pass(), now)).orElseGet(() -> CrawlState.begin(place.pass(), now));
        folder.save(fresh);
        return fresh;
    }

    /** Runs all rounds that are left. */
    public CrawledSource run() throws IOException {
        if (!leftAlone()) {
            if (place.cluster().isEmpty() && !state.finished()) Readers.warm(conf);
            EffectiveTldFinder.getInstance(); // half a second, once, instead of in the first fetcher thread
            try {
                for (int round : state.done()) tell(round);
                if (!state.finished()) rounds();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("crawl of " + plan.source() + " was interrupted", e);
            } finally {
                FetchMeter.forget(plan.source());
            }
            tally.end();
        }
        if (place.cluster().isPresent())
            CaptureHome.bring(FileSystem.get(conf), folder.captures(), place.captures(), place.pass());
        LOG.info(
                "event=crawl-done source={} pass={} rounds={} pages={} listings={} offers={} pictures={} bytes={}",
                plan.source(),
                place.pass(),
                state.done().size(),
                tally.tally().pages(),
                tally.tally().listings(),
                tally.tally().offers(),
                tally.tally().pictures(),
                tally.tally().bytes());
        List<Segment> segments = new ArrayList<>();
        for (int round : state.done()) segments.add(new Segment(conf, folder.segment(round)));
        return new CrawledSource(plan, place, conf, folder, segments, tally.tally());
    }

    private boolean leftAlone() throws IOException {
        Optional<CrawlState.Blocked> blocked = state.blocked();
        if (blocked.isEmpty() || !state.done().isEmpty()) return false; // found in this very pass: it has a tale to tell
        Instant until = blocked.get().since().plus(LEFT_ALONE);
        if (Instant.now().isAfter(until)) {
            save(state.blockedBy(Optional.empty()));
            return false;
        }
        listener.skipped(
                blocked.get().url(),
                blocked.get().wall(),
                "the source " + plan.source() + " refused on " + blocked.get().since() + "; it is left alone until " + until);
        return true;
    }

    /** What earlier rounds fetched is not given up because a later one failed. */
    private void rounds() throws IOException, InterruptedException {
        try {
            seed();
            while (round()) {}
            save(state.finish());
        } catch (IOException | RuntimeException e) { // RuntimeException is Nutch's word for a job that failed
            if (state.done().isEmpty()) throw new IOException("crawl of " + plan.source() + " failed: " + e.getMessage(), e);
            LOG.error("event=round-failed source={} after={} cause={}", plan.source(), state.done().size(), e.toString());
            listener.skipped(
                    plan.source(), "source", "the crawl ended after " + state.done().size() + " rounds: " + e.getMessage());
        }
    }

    private void seed() throws IOException, InterruptedException {
        if (state.current().isPresent() || !state.done().isEmpty()) return;
        listener.progress("inject", 0, 0, plan.seeds().size());
        Seeds seeds = new Seeds(conf, folder);
        List<URI> all = new ArrayList<>(plan.seeds());
        if (plan.sitemaps()) all.addAll(SitemapSeeds.of(plan));
        if (state.db() == 0) {
            seeds.begin(all, folder.db(1));
            save(state.withDb(1));
        }
        List<Path> links = new ArrayList<>();
        if (seeds.missing(all, folder.db(state.db()))) links.add(seeds.links(all, false));
        if (!plan.recrawl().due().isEmpty()) links.add(seeds.links(plan.recrawl().due(), true));
        if (!links.isEmpty()) {
            new UpdateJob(conf, folder).seed(folder.db(state.db()), links, folder.db(state.db() + 1));
            save(state.withDb(state.db() + 1));
        }
        folder.keepDb(state.db());
        listener.progress("inject", 0, all.size(), all.size());
    }

    /** One round, or the rest of it; false when there is nothing left to fetch. */
    private boolean round() throws IOException, InterruptedException {
        long start = System.nanoTime();
        if (state.current().isEmpty() && !select()) return waitForBusyHosts();
        CrawlState.Round round = state.current().orElseThrow();
        Path segment = folder.segment(round.number());
        if (round.step() == CrawlState.Step.SELECTED) {
            fetch(segment, round);
            round = stepped(CrawlState.Step.FETCHED);
        }
        if (round.step() == CrawlState.Step.FETCHED) {
            listener.progress("parse", round.number(), 0, round.size());
            for (String part : List.of("crawl_parse", "parse_data", "parse_text", "_temporary", "_SUCCESS"))
                folder.delete(new Path(segment, part));
            parse(segment);
            round = stepped(CrawlState.Step.PARSED);
        }
        listener.progress("update", round.number(), 0, round.size());
        int next = state.db() + 1;
        new UpdateJob(conf, folder).round(folder.db(state.db()), segment, folder.db(next));
        tell(round.number());
        Optional<CrawlState.Blocked> blocked = tally.blocked();
        save(state.roundDone(next, Duration.ofNanos(System.nanoTime() - start).toMillis()).blockedBy(blocked));
        folder.keepDb(next);
        collect();
        listener.progress("update", round.number(), round.size(), round.size());
        return goesOn(blocked);
    }

    /**
     * The serial collector lets the old generation grow to the heap's limit before it looks there, so what the jobs of
     * earlier rounds left would grow with the crawl: 584 MB resident instead of 400 after 18,900 addresses. A tenth of a
     * second a round.
     */
    private static void collect() {
        if (Runtime.getRuntime().totalMemory() > MUCH_HEAP) System.gc();
    }

    private boolean goesOn(Optional<CrawlState.Blocked> blocked) {
        if (blocked.isEmpty()) return true;
        listener.skipped(
                plan.source(),
                blocked.get().wall(),
                "the source refuses, last at " + blocked.get().url() + ": it is left alone for "
                        + LEFT_ALONE.toDays() + " days");
        return false;
    }

    private boolean select() throws IOException, InterruptedException {
        int pages = Math.max(plan.budget().pages() - tally.pageRequests(), 0);
        int pictures = Math.max(plan.budget().images() - tally.pictureRequests(), 0);
        if (pages + pictures == 0 || left().isNegative()) return false;
        int number = state.done().isEmpty() ? 1 : state.done().getLast() + 1;
        int most = Math.min(segmentSize(), pages + pictures);
        listener.progress("generate", number, 0, most);
        int size = new SelectJob(conf, folder)
                .run(
                        folder.db(state.db()),
                        folder.segment(number),
                        new SelectJob.Limits(most, pages, pictures),
                        place.cluster().map(ClusterSite::fetchers).orElse(1));
        if (size == 0) return false;
        save(state.with(new CrawlState.Round(number, CrawlState.Step.SELECTED, size)));
        return true;
    }

    /** A host that asked for a little patience gets it, once everything else is done. */
    private boolean waitForBusyHosts() throws InterruptedException {
        long millis = tally.busyUntil() - System.currentTimeMillis();
        boolean worthIt = tally.busyUntil() > 0 && millis < PATIENCE.toMillis() && millis < left().toMillis();
        if (!worthIt || waits++ >= MOST_WAITS) return false;
        Thread.sleep(Math.max(millis, 0) + 1);
        return true;
    }

    /** Small where a host is asked slowly, so that a night's work is never in one piece. */
    private int segmentSize() {
        long delay = plan.policy().manners().delay().toMillis();
        if (delay == 0) return largestSegment;
        return Math.clamp(LONGEST_SEGMENT.toMillis() / delay, SMALLEST_SEGMENT, largestSegment);
    }

    private Duration left() {
        Duration now = Duration.ofNanos(System.nanoTime() - startNanos);
        return plan.budget().time().minusMillis(millisBefore).minus(now);
    }

    private void fetch(Path segment, CrawlState.Round round) throws IOException, InterruptedException {
        FetchMeter meter = FetchMeter.begin(plan.source());
        new Segment(conf, segment).eachGenerated((url, _) -> meter.queues
                .computeIfAbsent(SegmentTally.host(url), _ -> new AtomicInteger())
                .incrementAndGet());
        FetchJob.Limits limits = new FetchJob.Limits(
                System.currentTimeMillis() + left().toMillis(),
                plan.budget().bytes() - tally.tally().bytes());
        Gauges gauges = new Gauges(plan.source(), round, meter, listener);
        try (var _ = Ticker.start(gauges::tell)) {
            new FetchJob(conf, folder).run(segment, captureName(round.number()), limits);
        }
        gauges.end();
    }

    private String captureName(int round) {
        return place.pass() + "-" + CrawlFolder.roundName(round);
    }

    private void parse(Path segment) throws IOException, InterruptedException {
        try {
            new ParseSegment(new Configuration(conf)).parse(segment);
        } catch (ClassNotFoundException e) {
            throw new IOException("Nutch is not complete on the class path", e);
        }
    }

    private void tell(int round) throws IOException {
        Segment segment = new Segment(conf, folder.segment(round));
        tally.add(segment, segment.generated());
        tally.refused(plan.source(), segment.refused());
    }

    private CrawlState.Round stepped(CrawlState.Step step) throws IOException {
        CrawlState.Round before = state.current().orElseThrow();
        CrawlState.Round now = new CrawlState.Round(before.number(), step, before.size());
        save(state.with(now));
        return now;
    }

    private void save(CrawlState next) throws IOException {
        folder.save(next);
        state = next;
    }
}
