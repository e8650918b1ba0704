package org.unlisted.console.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.unlisted.console.config.AppFolder;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.crawl.fetch.FetchPolicy;
import org.unlisted.crawl.nutch.CrawlJob;
import org.unlisted.crawl.nutch.CrawlListener;
import org.unlisted.crawl.nutch.CrawlPlace;
import org.unlisted.crawl.nutch.CrawlPlan;
import org.unlisted.crawl.nutch.CrawledSource;
import org.unlisted.crawl.nutch.Reading;
import org.unlisted.crawl.nutch.Recrawl;
import org.unlisted.crawl.scope.Budget;
import org.unlisted.crawl.scope.ScopeRules;
import org.unlisted.crawl.tracker.TrackedListing;
import tools.jackson.databind.json.JsonMapper;

/** A crawl of a {@link BenchMarket}. Last line out: {@link Measured}; before it lines of progress. */
public final class BenchCrawl {
    private static final int DEPTH = 2; // lists, then items
    private static final int MOST = 1_000_000;
    private static final String PROGRESS = "progress ";

    private BenchCrawl() {}

    /**
     * What the process knows of itself at its end.
     *
     * @param pagesPerSecond  of the rounds that fetched pages, while they fetched
     * @param imagesPerSecond of those that fetched pictures
     * @param cpuSeconds      of the process
     * @param peakRssMb       VmHWM, proc(5); -1 where the system does not tell
     */
    public record Measured(
            int pages, int images, int offers, double pagesPerSecond, double imagesPerSecond, double cpuSeconds, long peakRssMb) {}

    /**
     * @param args the market's address, a folder that is not there yet, {@code lists pages images bytes}
     */
    public static void main(String[] args) throws IOException {
        PrintStream out = System.out;
        System.setOut(System.err);
        URI market = URI.create(args[0]);
        Path folder = Path.of(args[1]);
        BenchSize size = new BenchSize(
                Integer.parseInt(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]), Integer.parseInt(args[5]));
        Rates rates = new Rates(out, size.urls());
        CrawledSource crawled = new CrawlJob(plan(market, size, folder), CrawlPlace.within(folder), rates).run();
        Measured measured = new Measured(
                crawled.tally().pages(),
                crawled.tally().pictures(),
                crawled.tally().offers(),
                rates.pages.perSecond(),
                rates.images.perSecond(),
                cpuSeconds(),
                peakRssMb());
        out.println(JsonMapper.shared().writeValueAsString(measured));
        out.flush();
        System.exit(0);
    }

    private static CrawlPlan plan(URI market, BenchSize size, Path folder) throws IOException {
        AppFolder app = AppFolder.ofLauncher();
        List<URI> seeds = new ArrayList<>();
        for (int i = 0; i < size.lists(); i++) seeds.add(market.resolve("/list/" + i));
        return new CrawlPlan(
                "bench",
                seeds,
                new FetchPolicy("Unlisted", "https://unlisted.example/bench", Duration.ofSeconds(10), 1 << 20, true),
                ScopeRules.ofSeeds(List.of(market)),
                new Budget(DEPTH, MOST, MOST, 1L << 40, Duration.ofHours(1)),
                Recrawl.all(),
                false,
                new Reading(app.lexicon(), folder.resolve("no-trackers"), app.sites()));
    }

    private static double cpuSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    private static long peakRssMb() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) return -1;
        return Files.readAllLines(status).stream()
                .filter(l -> l.startsWith("VmHWM:"))
                .mapToLong(l -> Long.parseLong(l.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }

    /** How long fetching took. Rounds of this market are of one kind each: lists, pages, or pictures. */
    private static final class Rates implements CrawlListener {
        private final PrintStream out;
        private final int total;
        private final Rate pages = new Rate();
        private final Rate images = new Rate();
        private int round;
        private int before;
        private boolean fetching;
        private long begun;
        private int size;
        private int offers;
        private boolean pictures;

        Rates(PrintStream out, int total) {
            this.out = out;
            this.total = total;
        }

        @Override
        public void progress(String stage, int number, int done, int of) {
            if (stage.equals("fetch")) {
                if (number != round) {
                    round = number;
                    begun = System.nanoTime();
                    fetching = true;
                    pictures = offers > 0; // the offers of the rounds before are what has pictures
                }
                size = of;
                out.println(PROGRESS + Math.min(before + done, total) + " " + total);
                out.flush();
            } else if (fetching) {
                fetching = false;
                before += size;
                (pictures ? images : pages).add(size, System.nanoTime() - begun);
            }
        }

        @Override
        public void offer(OfferListing offer) {
            offers++;
        }

        @Override
        public void tracked(TrackedListing listing) {}

        @Override
        public void skipped(String item, String reason, String detail) {
            System.err.println("skipped " + item + ": " + reason + ", " + detail);
        }
    }

    private static final class Rate {
        private int count;
        private long nanos;

        void add(int more, long during) {
            count += more;
            nanos += during;
        }

        double perSecond() {
            return nanos == 0 ? 0 : Math.round(count / (nanos / 1e9) * 10) / 10.0;
        }
    }
}
