package org.unlisted.sweep;

import java.io.IOException;
import java.util.List;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.crawl.fetch.FetchPolicy;
import org.unlisted.crawl.nutch.CrawlJob;
import org.unlisted.crawl.nutch.CrawlListener;
import org.unlisted.crawl.nutch.CrawlPlan;
import org.unlisted.crawl.nutch.CrawledSource;
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

    private final SweepOrder order;
    private final Plan plan;
    private final Source.Web source;
    private final Matcher matcher;
    private final Tally tally;
    private final ScratchFolder scratch;
    private final SellerSignals signals;

    WebSweep(SweepOrder order, Plan plan, Source.Web source, Matcher matcher, Tally tally, ScratchFolder scratch) {
        this.order = order;
        this.plan = plan;
        this.source = source;
        this.matcher = matcher;
        this.tally = tally;
        this.scratch = scratch;
        this.signals = new SellerSignals(order.contactKey().bytes());
    }

    void run() throws IOException {
        CrawlPlan crawl = new CrawlPlan(
                source.id(),
                source.seeds(),
                new FetchPolicy(AGENT, plan.contact(), source.timeout(), CONTENT_LIMIT, source.allowLoopback()),
                source.rounds(),
                source.maxPages(),
                matcher.enrolees() == 0 ? 0 : source.maxImages(),
                source.delay(),
                order.lexicon(),
                order.trackers(),
                order.sites());
        CrawledSource crawled = new CrawlJob(crawl, scratch.resolve(source.id()), this).run();
        tally.read(crawled.tally().pages(), crawled.tally().listings());
        if (crawled.tally().pictures() == 0) return;
        int pictures = crawled.tally().pictures();
        List<PictureFinding> findings =
                matcher.scan(crawled, done -> tally.progress("match", 0, done, pictures));
        findings.forEach(tally::picture);
        SellerSignals.seen(findings).forEach(tally::contacts);
        for (Sighting sighting :
                new Sightings(source.id(), matcher, order).of(findings, offer -> crawled.page(offer.page())))
            tally.sighting(sighting);
    }

    @Override
    public void progress(String stage, int round, int done, int total) {
        tally.progress(stage, round, done, total);
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
