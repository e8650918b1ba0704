package org.unlisted.sweep;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.crawl.fetch.HostLimiter;
import org.unlisted.crawl.fetch.HostTable;
import org.unlisted.crawl.nutch.ClusterSite;
import org.unlisted.crawl.nutch.CrawledSource;
import org.unlisted.crawl.tracker.Trackers;
import org.unlisted.sweep.cluster.ClusterShipment;
import org.unlisted.sweep.match.Matcher;
import org.unlisted.sweep.plan.Plan;
import org.unlisted.sweep.plan.PlanException;
import org.unlisted.sweep.plan.PlanReader;
import org.unlisted.sweep.plan.Source;
import org.unlisted.sweep.protocol.SweepEvent;
import org.unlisted.sweep.protocol.SweepOrder;

/** Follows one order from its first to its last source. A source that fails is reported; the others go on. */
final class SweepRun {
    private static final Logger LOG = LoggerFactory.getLogger(SweepRun.class);
    private final SweepOrder order;
    private final ScratchFolder scratch;
    private final Consumer<SweepEvent> events;

    SweepRun(SweepOrder order, ScratchFolder scratch, Consumer<SweepEvent> events) {
        this.order = order;
        this.scratch = scratch;
        this.events = events;
    }

    /** The exit code. */
    int run() {
        Tally tally = new Tally(events);
        try {
            Matcher matcher = Matcher.open(order);
            HostLimiter.ofProcess().share(HostTable.open(order.crawl().hosts()));
            Trackers.load(order.trackers()).close(); // a wrong one stops the sweep before its first request
            sweep(PlanReader.read(order.plan(), order.variables(), order.crawl().catalogue()), matcher, tally);
        } catch (IOException | PlanException e) {
            LOG.error("event=sweep-failed sweep={} cause={}", order.sweepId(), e.toString());
            events.accept(new SweepEvent.Failed(String.valueOf(e.getMessage())));
            return 1;
        } finally {
            scratch.erase();
        }
        Optional<String> nothing = tally.nothingFetched();
        nothing.ifPresentOrElse(tally::failed, tally::done);
        return nothing.isPresent() ? 1 : 0;
    }

    private void sweep(Plan plan, Matcher matcher, Tally tally) throws IOException {
        started(plan.name(), plan.sources().size(), matcher);
        if (matcher.enrolees() == 0)
            tally.skip("gallery", "empty-gallery", "nobody is enrolled: offers are read, no picture is fetched");
        Pass pass = Pass.open(order.crawl().state(), order.sweepId(), settings(plan), Instant.now());
        Optional<ClusterSite> cluster = cluster();
        List<CrawledSource> crawled = new ArrayList<>();
        for (Source source : plan.sources()) {
            tally.begin(source);
            try {
                switch (source) {
                    case Source.Web web -> {
                        CrawledSource all =
                                new WebSweep(order, plan, web, matcher, tally, scratch, pass.id(), cluster).run();
                        crawled.add(all);
                        if (all.nothingDue()) tally.nothingDue();
                    }
                    case Source.ChatExport export -> new ChatSweep(order, export, matcher, tally, scratch).run();
                }
            } catch (IOException | RuntimeException e) { // one item of a job
                LOG.error("event=source-failed sweep={} source={} cause={}", order.sweepId(), source.id(), e.toString());
                tally.skip(source.id(), "source", String.valueOf(e.getMessage()));
            }
        }
        pass.end();
        for (CrawledSource source : crawled) source.forget();
    }

    private Optional<ClusterSite> cluster() throws IOException {
        if (order.crawl().cluster().isEmpty()) return Optional.empty();
        return Optional.of(ClusterSite.of(
                order.crawl().cluster().get(), ClusterShipment.of(order, scratch.resolve("shipment"))));
    }

    /** Of what was broken off only a sweep of the same plan, for the same people or none, is the rest. */
    private String settings(Plan plan) {
        return plan + " gallery=" + order.crawl().gallery() + " everything=" + order.crawl().everything() + " cluster="
                + order.crawl().cluster();
    }

    private void started(String plan, int sources, Matcher matcher) {
        events.accept(new SweepEvent.Started(
                order.sweepId(), plan, sources, matcher.enrolees(), matcher.references()));
    }
}
