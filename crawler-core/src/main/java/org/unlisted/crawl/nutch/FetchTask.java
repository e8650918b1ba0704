package org.unlisted.crawl.nutch;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Mapper;
import org.apache.nutch.crawl.CrawlDatum;
import org.apache.nutch.crawl.NutchWritable;
import org.apache.nutch.fetcher.FetchItemQueues;
import org.apache.nutch.fetcher.FetcherThread;
import org.apache.nutch.fetcher.QueueFeeder;

/**
 * Runs Nutch's fetcher threads over one list. Nutch's own mapper looks once a second whether they are done, and knows
 * nothing of captures. For Hadoop.
 */
public final class FetchTask extends Mapper<Text, CrawlDatum, Text, NutchWritable> {
    private static final int POLL_MILLIS = 20;
    private static final int ALIVE_MILLIS = 1_000;
    private static final int QUEUED_PER_THREAD = 1_000;

    @Override
    public void run(Context context) throws IOException, InterruptedException {
        Configuration conf = context.getConfiguration();
        int threads = conf.getInt("fetcher.threads.fetch", 1);
        AtomicInteger active = new AtomicInteger();
        AtomicInteger waiting = new AtomicInteger();
        AtomicInteger errors = new AtomicInteger();
        AtomicInteger pages = new AtomicInteger();
        AtomicLong bytes = new AtomicLong();
        AtomicLong lastStart = new AtomicLong(System.currentTimeMillis());
        try (FetchSession session = FetchSession.open(context)) {
            FetchItemQueues queues = new FetchItemQueues(conf);
            QueueFeeder feeder = new QueueFeeder(context, queues, threads * QUEUED_PER_THREAD);
            feeder.start();
            FetcherThread[] fetchers = new FetcherThread[threads];
            for (int i = 0; i < threads; i++) {
                fetchers[i] = new FetcherThread(
                        conf,
                        active,
                        queues,
                        feeder,
                        waiting,
                        lastStart,
                        context,
                        errors,
                        conf.get("nutch.segment.name"),
                        false,
                        true,
                        pages,
                        bytes);
                fetchers[i].start();
            }
            await(fetchers, session, context);
            feeder.join();
        }
    }

    /** Every call ends by itself: the client's time limits see to it. */
    private static void await(FetcherThread[] fetchers, FetchSession session, Context context)
            throws InterruptedException {
        long told = System.nanoTime();
        for (FetcherThread fetcher : fetchers)
            while (fetcher.isAlive()) {
                fetcher.join(POLL_MILLIS);
                if (System.nanoTime() - told < ALIVE_MILLIS * 1_000_000L) continue;
                told = System.nanoTime();
                context.setStatus(session.meter.answered.get() + " answered"); // also says that the task is alive
            }
    }
}
