package org.unlisted.console.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.unlisted.console.config.AppFolder;
import org.unlisted.crawl.listing.Extraction;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.listing.ListingExtractor;
import org.unlisted.crawl.offer.OfferReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the listings of the sample market over and over on one thread: short texts, and a page of 40 KB from bytes to
 * offers. Processor time of the thread counts, since machines are shared.
 */
@Command(
        name = "offers",
        mixinStandardHelpOptions = true,
        description = "Texts and megabytes a second that the offer reader reads on one core, and the time of a 40 KB page.")
final class BenchOffersCommand implements Callable<Integer> {
    private static final int SHORT = 120; // UTF-16 units
    private static final int PAGE = 40 * 1024; // bytes
    private static final int PAGES = 200;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "5", description = "how long to read texts, after as long to warm up")
    private int seconds = 5;

    @Option(names = "--json", description = "one JSON line instead of a table")
    private boolean json;

    private record Result(int texts, double textsPerSecond, double megabytesPerSecond, double pageMedian, double pageWorstOfTen) {}

    @Override
    public Integer call() throws Exception {
        if (seconds < 1 || seconds > 600) throw new UsageException("--seconds: use 1 to 600");
        AppFolder app = AppFolder.ofLauncher();
        OfferReader reader = OfferReader.load(app.lexicon());
        List<Listing> listings = listings(app.samples().resolve("market"));
        List<Listing> texts = listings.stream().filter(l -> (l.title() + l.text()).length() <= SHORT).toList();
        read(reader, texts, seconds); // to warm up
        Result result = measure(reader, listings, texts);
        System.out.println(json ? line(result) : table(result));
        return ExitCode.DONE;
    }

    private Result measure(OfferReader reader, List<Listing> listings, List<Listing> texts) {
        long bytes = texts.stream().mapToLong(l -> (l.title() + l.text()).getBytes(UTF_8).length).sum();
        double textsPerSecond = read(reader, texts, seconds);
        byte[] page = page(listings);
        double[] millis = new double[PAGES];
        for (int i = -PAGES; i < PAGES; i++) {
            double one = pageMillis(reader, page);
            if (i >= 0) millis[i] = one;
        }
        Arrays.sort(millis);
        return new Result(
                texts.size(),
                textsPerSecond,
                textsPerSecond * bytes / texts.size() / 1e6,
                millis[PAGES / 2],
                millis[PAGES * 9 / 10]);
    }

    /** Texts a second of processor time. */
    private static double read(OfferReader reader, List<Listing> texts, int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long start = cpu();
        long count = 0;
        while (System.nanoTime() < end) {
            for (Listing text : texts) reader.read(text);
            count += texts.size();
        }
        return count / ((cpu() - start) / 1e9);
    }

    private static double pageMillis(OfferReader reader, byte[] page) {
        long start = cpu();
        Extraction extraction = new ListingExtractor()
                .read(URI.create("https://market.example/item/1"), page, Optional.of("text/html; charset=utf-8"))
                .extraction();
        if (!(extraction instanceof Extraction.Found found)) throw new IllegalStateException("the page has no listing");
        found.listings().forEach(reader::read);
        return (cpu() - start) / 1e6;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<Listing> listings(Path market) throws IOException {
        ListingExtractor extractor = new ListingExtractor();
        List<Listing> all = new ArrayList<>();
        try (Stream<Path> pages = Files.walk(market)) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".html")).sorted().toList()) {
                URI url = URI.create("https://market.example/" + market.relativize(page));
                if (extractor.read(url, Files.readAllBytes(page), Optional.of("text/html")).extraction() instanceof Extraction.Found found)
                    all.addAll(found.listings());
            }
        }
        return all;
    }

    /** A thread of 40 KB: every post is a listing to be read. */
    private static byte[] page(List<Listing> listings) {
        StringBuilder out = new StringBuilder("<!doctype html><html lang=zh><title>thread</title><body><main class=thread><h1>thread</h1>\n");
        for (int i = 0; out.toString().getBytes(UTF_8).length < PAGE; i++) {
            Listing listing = listings.get(i % listings.size());
            out.append("<article class=post id=p").append(i).append("><a class=author href=/u/").append(i).append(">user").append(i)
                    .append("</a><div class=post-content>").append(listing.text().replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</div><img src=/img/").append(i).append(".jpg></article>\n");
        }
        return out.append("</main></body></html>").toString().getBytes(UTF_8);
    }

    private static String table(Result r) {
        return String.format(
                Locale.ROOT,
                "offer reader, one thread, processor time%n"
                        + "  short texts (%d different, up to %d characters)  %,10.0f texts/s  %6.2f MB/s%n"
                        + "  page of 40 KB, bytes to offers                    %8.2f ms median  %6.2f ms at 90 %%",
                r.texts(),
                SHORT,
                r.textsPerSecond(),
                r.megabytesPerSecond(),
                r.pageMedian(),
                r.pageWorstOfTen());
    }

    private static String line(Result r) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("bench", "offers")
                .put("texts_per_second", Math.round(r.textsPerSecond()))
                .put("mb_per_second", Math.round(r.megabytesPerSecond() * 100) / 100.0)
                .put("page_ms_median", Math.round(r.pageMedian() * 100) / 100.0)
                .put("page_ms_p90", Math.round(r.pageWorstOfTen() * 100) / 100.0)
                .toString();
    }
}
