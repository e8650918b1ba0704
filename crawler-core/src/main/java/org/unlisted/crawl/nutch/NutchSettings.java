package org.unlisted.crawl.nutch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.nutch.util.NutchConfiguration;
import org.unlisted.crawl.fetch.CanonicalUrl;

/** Nutch and Hadoop set up for one source on Hadoop's local runner. Figures and traps: docs/adr/0002. */
final class NutchSettings {
    /** At once per host, where a source allows no delay (the samples); with a delay Nutch asks one at a time. */
    private static final int THREADS_WITHOUT_DELAY = 8;

    private NutchSettings() {}

    static Configuration local(CrawlPlan plan, Path work) throws IOException {
        Configuration c = NutchConfiguration.create();
        c.set("fs.defaultFS", "file:///");
        c.set("mapreduce.framework.name", "local");
        c.set("hadoop.tmp.dir", work.resolve("tmp").toAbsolutePath().toString());
        c.set("plugin.folders", PluginFolder.unpack(work).toString());
        c.set("plugin.includes", "nutch-extensionpoints|unlisted-crawl");
        c.set("parse.plugin.file", "unlisted-parse-plugins.xml");
        speed(c);
        ours(c, plan);

        c.set("http.agent.name", plan.policy().agent());
        c.setInt("http.redirect.max", 0); // a redirect is a link of the next round, checked like any other
        c.setBoolean("fetcher.parse", false); // true kills every fetcher thread and still reports success
        c.setBoolean("fetcher.store.robotstxt", false);
        float delay = plan.delay().toMillis() / 1000f;
        c.setFloat("fetcher.server.delay", delay);
        c.setFloat("fetcher.server.min.delay", delay);
        int threads = delay > 0 ? 1 : THREADS_WITHOUT_DELAY;
        c.setInt("fetcher.threads.per.queue", threads);
        c.setInt("fetcher.threads.fetch", THREADS_WITHOUT_DELAY);
        c.setInt("db.max.outlinks.per.page", 2_000);
        c.setBoolean("db.ignore.external.links", false); // scope is the parser's business
        c.setBoolean("db.update.additions.allowed", true);
        c.setBoolean("generate.update.crawldb", false); // one generate for each update, see CrawlJob
        return c;
    }

    /** Hadoop waits for clusters by default: 55 s for three local rounds, a few with these. */
    private static void speed(Configuration c) {
        c.setInt("mapreduce.client.completion.pollinterval", 25);
        c.setInt("mapreduce.client.progressmonitor.pollinterval", 25);
        c.setInt("mapreduce.task.io.sort.mb", 16);
        // Nutch's fetcher takes half of this without a new request for a hang; a plan's delay may be ten minutes.
        c.setInt("mapreduce.task.timeout", 3_600_000);
        c.set("mapreduce.job.maps", "1");
        c.set("mapreduce.local.map.tasks.maximum", "2");
    }

    private static void ours(Configuration c, CrawlPlan plan) {
        c.set(Keys.AGENT, plan.policy().agent());
        c.set(Keys.CONTACT, plan.policy().contact());
        c.setLong(Keys.TIMEOUT_MILLIS, plan.policy().timeout().toMillis());
        c.setInt(Keys.CONTENT_LIMIT, plan.policy().contentLimit());
        c.setBoolean(Keys.ALLOW_LOOPBACK, plan.policy().allowLoopback());
        c.set(
                Keys.ORIGINS,
                plan.seeds().stream().map(CanonicalUrl::origin).distinct().collect(Collectors.joining(",")));
        c.set(Keys.LEXICON, plan.lexicon().toAbsolutePath().toString());
        c.set(Keys.TRACKERS, plan.trackers().toAbsolutePath().toString());
        c.set(Keys.SITES, plan.sites().toAbsolutePath().toString());
        c.setBoolean(Keys.PICTURES, plan.maxImages() > 0);
        c.set(Keys.METER, plan.source());
    }
}
