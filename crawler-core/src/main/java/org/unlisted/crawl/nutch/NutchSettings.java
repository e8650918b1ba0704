package org.unlisted.crawl.nutch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.nutch.util.NutchConfiguration;
import org.unlisted.crawl.fetch.Manners;

/** Nutch and Hadoop set up for one source. Figures and traps: docs/adr/0002, docs/adr/0010. */
final class NutchSettings {
    /** Addresses asked for at once, of one host where it allows no delay (the samples), else of as many hosts. */
    private static final int THREADS = 8;

    private static final int PARTS = 2;

    private NutchSettings() {}

    static Configuration of(CrawlPlan plan, CrawlPlace place) throws IOException {
        Configuration c = NutchConfiguration.create();
        c.set("plugin.includes", "nutch-extensionpoints|unlisted-crawl");
        c.set("parse.plugin.file", "unlisted-parse-plugins.xml");
        if (place.cluster().isPresent()) cluster(c, place.cluster().get());
        else local(c, place.scratch());
        nutch(c, plan.policy().agent(), plan.policy().manners());
        ours(c, plan, place);
        return c;
    }

    private static void nutch(Configuration c, String agent, Manners manners) {
        c.set("http.agent.name", agent);
        c.setInt("http.redirect.max", 0); // a redirect is a link of the next round, checked like any other
        c.setBoolean("fetcher.parse", false); // true kills every fetcher thread and still reports success
        c.setBoolean("fetcher.store.robotstxt", false);
        c.setInt("fetcher.max.exceptions.per.queue", -1); // else what is left of a host is dropped without a word
        c.setFloat("fetcher.exceptions.per.queue.delay", 0); // the limiter's business too
        // Delays are the limiter's business: it sees every sweep of the process and how a host answers.
        c.setFloat("fetcher.server.delay", 0);
        c.setFloat("fetcher.server.min.delay", 0);
        c.setInt("fetcher.threads.per.queue", manners.delay().isZero() ? Math.min(THREADS, manners.parallel()) : 1);
        c.setInt("fetcher.threads.fetch", THREADS);
        c.setInt("db.max.outlinks.per.page", 5_000);
        c.setBoolean("db.ignore.external.links", false); // scope is the parser's business
        c.setBoolean("db.update.additions.allowed", true);
        c.setInt("db.fetch.retry.max", 1_000); // when an address is given up is the schedule's business
        c.set("db.fetch.schedule.class", ListingSchedule.class.getName());
        c.set("db.signature.class", PayloadSignature.class.getName());
        c.set("db.parsemeta.to.crawldb", Keys.OFFER_COUNT);
        c.setBoolean("parser.store.text", false); // there is none
    }

    private static void local(Configuration c, Path scratch) throws IOException {
        c.set("fs.defaultFS", "file:///");
        c.set("mapreduce.framework.name", "local");
        c.set("hadoop.tmp.dir", scratch.resolve("tmp").toString());
        c.set("plugin.folders", PluginFolder.unpack(scratch).toString());
        // Hadoop waits for clusters by default: 55 s for three local rounds, a few with these.
        c.setInt("mapreduce.client.completion.pollinterval", 20);
        c.setInt("mapreduce.client.progressmonitor.pollinterval", 20);
        c.setInt("mapreduce.task.io.sort.mb", 4);
        c.set("mapreduce.job.maps", "1");
        // Two cores at least: a fetched segment is in two parts, which are parsed at the same time.
        c.setInt("mapreduce.job.reduces", PARTS);
        c.setInt("mapreduce.local.map.tasks.maximum", PARTS);
    }

    private static void cluster(Configuration c, ClusterSite site) throws IOException {
        for (String name : List.of("core-site.xml", "hdfs-site.xml", "yarn-site.xml", "mapred-site.xml")) {
            Path file = site.configuration().resolve(name);
            if (Files.isReadable(file)) c.addResource(new org.apache.hadoop.fs.Path(file.toUri()));
        }
        if (c.get("fs.defaultFS", "file:///").startsWith("file:"))
            throw new IOException("no cluster in " + site.configuration() + ": core-site.xml must name fs.defaultFS");
        c.set("mapreduce.framework.name", "yarn");
        c.set("plugin.folders", "plugins"); // of the job jar: a node unpacks its folder "classes" into the class path
        c.setInt("mapreduce.client.completion.pollinterval", 500); // ms; else every job waits five seconds for its end
        c.setBoolean("mapreduce.map.speculative", false); // no host is asked twice because a task is slow
        c.setBoolean("mapreduce.reduce.speculative", false);
    }

    private static void ours(Configuration c, CrawlPlan plan, CrawlPlace place) {
        Manners manners = plan.policy().manners();
        c.set(Keys.AGENT, plan.policy().agent());
        c.set(Keys.CONTACT, plan.policy().contact());
        c.setLong(Keys.TIMEOUT_MILLIS, plan.policy().timeout().toMillis());
        c.setInt(Keys.CONTENT_LIMIT, plan.policy().contentLimit());
        c.setBoolean(Keys.ALLOW_LOOPBACK, plan.policy().allowLoopback());
        c.setLong(Keys.DELAY_MILLIS, manners.delay().toMillis());
        c.setInt(Keys.PARALLEL, manners.parallel());
        manners.proxy().ifPresent(proxy -> c.set(Keys.PROXY, proxy.toString()));
        c.setBoolean(Keys.COOKIES, manners.cookies());
        c.set(Keys.SCOPE, plan.scope().toText());
        c.setInt(Keys.MAX_DEPTH, plan.budget().depth());
        c.setBoolean(Keys.PICTURES, plan.budget().images() > 0);
        c.set(Keys.SOURCE, plan.source());
        c.set(Keys.PASS, place.pass());
        c.setBoolean(Keys.EVERYTHING, plan.recrawl().everything());
        c.setLong(Keys.MIN_INTERVAL, plan.recrawl().min().toSeconds());
        c.setInt("db.fetch.interval.default", Math.toIntExact(Math.min(
                plan.recrawl().max().toSeconds(), Math.max(plan.recrawl().min().toSeconds(), 24 * 3_600))));
        c.setInt("db.fetch.interval.max", Math.toIntExact(plan.recrawl().max().toSeconds()));
        boolean shipped = place.cluster().isPresent();
        c.set(Keys.LEXICON, shipped ? ClusterSite.LEXICON : plan.reading().lexicon().toAbsolutePath().toString());
        c.set(Keys.TRACKERS, shipped ? ClusterSite.TRACKERS : plan.reading().trackers().toAbsolutePath().toString());
        c.set(Keys.SITES, shipped ? ClusterSite.SITES : plan.reading().sites().toAbsolutePath().toString());
    }
}
