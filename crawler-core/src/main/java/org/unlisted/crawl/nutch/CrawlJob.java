package org.unlisted.crawl.nutch;

import crawlercommons.domains.EffectiveTldFinder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.nutch.crawl.CrawlDb;
import org.apache.nutch.crawl.Generator;
import org.apache.nutch.crawl.Injector;
import org.apache.nutch.fetcher.Fetcher;
import org.apache.nutch.parse.ParseSegment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Crawls one source: inject, then rounds of generate, fetch, parse, update. Nutch reports success for jobs that lost
 * everything, so each job's records are counted. Runs once, in the process of a sweep.
 */
public final class CrawlJob {
    private static final Logger LOG = LoggerFactory.getLogger(CrawlJob.class);

    private final CrawlPlan plan;
    private final CrawlListener listener;
    private final Configuration conf;
    private final org.apache.hadoop.fs.Path crawldb;
    private final org.apache.hadoop.fs.Path segments;
    private final Path work;
    private final Set<String> wanted = new HashSet<>();
    private final List<Segment> done = new ArrayList<>();
    private int pageRequests;
    private CrawlTally tally = new CrawlTally(0, 0, 0, 0);

    /**
     * Prepares a crawl.
     *
     * @param work an empty or missing folder of this crawl alone; holds pictures of strangers until it is erased
     */
    public CrawlJob(CrawlPlan plan, Path work, CrawlListener listener) throws IOException {
        this.plan = plan;
        this.listener = listener;
        this.work = Files.createDirectories(work).toAbsolutePath();
        this.conf = NutchSettings.local(plan, this.work);
        this.crawldb = new org.apache.hadoop.fs.Path(this.work.resolve("crawldb").toUri());
        this.segments = new org.apache.hadoop.fs.Path(this.work.resolve("segments").toUri());
    }

    /** Runs all rounds. */
    public CrawledSource run() throws IOException {
        EffectiveTldFinder.getInstance(); // half a second, once, instead of in the first fetcher thread
        try {
            inject();
            rounds();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("crawl of " + plan.source() + " was interrupted", e);
        } catch (ClassNotFoundException e) {
            throw new IOException("Nutch is not complete on the class path", e);
        } catch (RuntimeException e) { // Nutch's word for a job that failed
            throw new IOException("crawl of " + plan.source() + " failed: " + e.getMessage(), e);
        } finally {
            FetchMeter.forget(plan.source());
        }
        LOG.info(
                "crawl done source={} rounds={} pages={} listings={} offers={} pictures={}",
                plan.source(),
                done.size(),
                tally.pages(),
                tally.listings(),
                tally.offers(),
                tally.pictures());
        return new CrawledSource(plan.source(), conf, work, done, tally);
    }

    /** What earlier rounds fetched is not given up because a later one failed. */
    private void rounds() throws IOException, InterruptedException, ClassNotFoundException {
        try {
            for (int round = 1; round <= plan.rounds(); round++) if (!round(round, false)) break;
            if (tally.pictures() < Math.min(wanted.size(), plan.maxImages())) round(plan.rounds() + 1, true);
        } catch (IOException | RuntimeException e) { // RuntimeException is Nutch's word for a job that failed
            if (done.isEmpty()) throw e;
            LOG.error("event=round-failed source={} after={} cause={}", plan.source(), done.size(), e.getClass());
            listener.skipped(plan.source(), "source", "the crawl ended after " + done.size() + " rounds: " + e.getMessage());
        }
    }

    private void inject() throws IOException, InterruptedException, ClassNotFoundException {
        listener.progress("inject", 0, 0, plan.seeds().size());
        Path seeds = Files.createDirectories(work.resolve("seeds"));
        Files.write(seeds.resolve("seeds.txt"), plan.seeds().stream().map(URI::toString).toList());
        new Injector(new Configuration(conf)).inject(crawldb, new org.apache.hadoop.fs.Path(seeds.toUri()));
        listener.progress("inject", 0, plan.seeds().size(), plan.seeds().size());
    }

    /** One round; false when there was nothing left to fetch. */
    private boolean round(int round, boolean picturesOnly)
            throws IOException, InterruptedException, ClassNotFoundException {
        int pages = Math.max(plan.maxPages() - pageRequests, 0);
        int pictures = Math.max(plan.maxImages() - tally.pictures(), 0);
        int waiting = wanted.size() - tally.pictures();
        // Pictures sort before pages: all that wait come first, unless there are more than may be fetched.
        boolean alone = picturesOnly || waiting > pictures || pages == 0;
        int budget = alone ? Math.min(waiting, pictures) : waiting + pages;
        if (budget <= 0) return false;
        listener.progress("generate", round, 0, budget);
        Configuration generate = new Configuration(conf);
        if (alone) generate.setFloat("generate.min.score", SweepScoring.PICTURES_ONLY);
        org.apache.hadoop.fs.Path[] generated = new Generator(generate)
                .generate(crawldb, segments, 1, budget, System.currentTimeMillis(), false, false, false, 1, null);
        if (generated == null || generated.length == 0) return false;
        Segment segment = new Segment(conf, generated[0]);
        int size = segment.generated();
        fetch(segment, round, size);
        listener.progress("parse", round, 0, size);
        new ParseSegment(new Configuration(conf)).parse(segment.path());
        listener.progress("update", round, 0, size);
        new CrawlDb(new Configuration(conf))
                .update(crawldb, new org.apache.hadoop.fs.Path[] {segment.path()}, true, true);
        SegmentTally counted = new SegmentTally(listener, wanted);
        CrawlTally of = counted.of(segment, size);
        tally = tally.plus(of);
        pageRequests += counted.pageRequests();
        done.add(segment);
        listener.progress("update", round, size, size);
        return true;
    }

    private void fetch(Segment segment, int round, int size)
            throws IOException, InterruptedException, ClassNotFoundException {
        AtomicInteger meter = FetchMeter.of(plan.source());
        meter.set(0);
        try (var _ = Ticker.start(
                () -> listener.progress("fetch", round, Math.min(meter.get(), size), size))) {
            new Fetcher(new Configuration(conf)).fetch(segment.path(), conf.getInt("fetcher.threads.fetch", 1));
        }
    }
}
