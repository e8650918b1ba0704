package org.unlisted.sweep;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.crawl.fetch.FetchPolicy;
import org.unlisted.crawl.fetch.Manners;
import org.unlisted.crawl.nutch.ClusterSite;
import org.unlisted.crawl.nutch.CrawlGauge;
import org.unlisted.crawl.nutch.CrawlJob;
import org.unlisted.crawl.nutch.CrawlListener;
import org.unlisted.crawl.nutch.CrawlPlace;
import org.unlisted.crawl.nutch.CrawlPlan;
import org.unlisted.crawl.nutch.CrawledSource;
import org.unlisted.crawl.nutch.Reading;
import org.unlisted.crawl.nutch.Recrawl;
import org.unlisted.crawl.scope.Scope;
import org.unlisted.crawl.scope.Verdict;
import org.unlisted.crawl.tracker.TrackedListing;
import org.unlisted.sweep.match.Matcher;
import org.unlisted.sweep.match.PictureFinding;
import org.unlisted.sweep.match.SellerSignals;
import org.unlisted.sweep.match.Sightings;
import org.unlisted.sweep.plan.Plan;
import org.unlisted.sweep.plan.Source;
import org.unlisted.sweep.protocol.SweepOrder;
import org.unlisted.takedown.sighting.Sighting;

/** Crawls one source of pages and looks at the pictures of its offers. */
final class WebSweep implements CrawlListener {
    private static final String AGENT = "Unlisted";
    private static final int CONTENT_LIMIT = 16 << 20;
    /** Requests at once where a plan wants no delay: its own market. */
    private static final int PARALLEL = 8;

    private final SweepOrder order;
    private final Plan plan;
    private final Source.Web source;
    private final Matcher matcher;
    private final Tally tally;
    private final ScratchFolder scratch;
    private final String pass;
    private final Optional<ClusterSite> cluster;
    private final SellerSignals signals;

    WebSweep(
            SweepOrder order,
            Plan plan,
            Source.Web source,
            Matcher matcher,
            Tally tally,
            ScratchFolder scratch,
            String pass,
            Optional<ClusterSite> cluster) {
        this.order = order;
        this.plan = plan;
        this.source = source;
        this.matcher = matcher;
        this.tally = tally;
        this.scratch = scratch;
        this.pass = pass;
        this.cluster = cluster;
        this.signals = new SellerSignals(order.contactKey().bytes());
    }

    /** Crawls, looks at the pictures, tells both; what was fetched stays until the caller forgets it. */
    CrawledSource run() throws IOException {
        CrawledSource crawled = new CrawlJob(crawlPlan(), place(), this).run();
        tally.read(crawled.tally().pages(), crawled.tally().listings());
        if (crawled.tally().pictures() > 0 && matcher.enrolees() > 0) match(crawled);
        return crawled;
    }

    private void match(CrawledSource crawled) throws IOException {
        int pictures = crawled.tally().pictures();
        List<PictureFinding> findings =
                matcher.scan(crawled, done -> tally.progress("match", 0, done, pictures));
        findings.forEach(tally::picture);
        SellerSignals.seen(findings).forEach(tally::contacts);
        for (Sighting sighting :
                new Sightings(source.id(), order).of(findings, offer -> crawled.page(offer.page())))
            tally.sighting(sighting);
    }

    private CrawlPlan crawlPlan() {
        Source.Asking asking = source.asking();
        return new CrawlPlan(
                source.id(),
                source.seeds(),
                new FetchPolicy(
                        AGENT,
                        plan.contact(),
                        asking.timeout(),
                        CONTENT_LIMIT,
                        asking.allowLoopback(),
                        new Manners(
                                asking.delay(), asking.delay().isZero() ? PARALLEL : 1, asking.proxy(), asking.cookies())),
                source.scope(),
                matcher.enrolees() == 0 ? source.budget().withoutImages() : source.budget(),
                new Recrawl(
                        source.revisits().min(),
                        source.revisits().max(),
                        order.crawl().everything(),
                        order.crawl().due().stream().filter(this::isMine).collect(Collectors.toSet())),
                source.sitemaps(),
                new Reading(order.lexicon(), order.trackers(), order.sites()));
    }

    private boolean isMine(URI url) {
        return new Scope(source.scope()).judge(url) == Verdict.IN;
    }

    private CrawlPlace place() {
        return new CrawlPlace(
                plan.name() + "/" + source.id(),
                order.crawl().state().resolve(source.id()),
                order.crawl().captures().resolve(source.id()),
                scratch.resolve(source.id()),
                pass,
                cluster);
    }

    @Override
    public void progress(String stage, int round, int done, int total) {
        tally.progress(stage, round, done, total);
    }

    @Override
    public void gauge(CrawlGauge gauge) {
        tally.gauge(gauge);
    }

    @Override
    public void offer(OfferListing offer) {
        tally.offer(signals.seen(source.id(), offer, offer.listing().images().size()));
    }

    @Override
    public void tracked(TrackedListing listing) {
        tally.tracked(source.id(), listing);
    }

    @Override
    public void skipped(String item, String reason, String detail) {
        tally.skip(item, reason, detail);
    }
}
