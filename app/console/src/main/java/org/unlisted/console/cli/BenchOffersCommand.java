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
 * Reads the listings of the sample market over and over on one thread: short texts, and pages of 40 KB from bytes to
 * offers, of which one holds a listing in a shop's markup and one a thread of nothing but listings. Processor time of the
 * thread counts, since machines are shared.
 */
@Command(
        name = "offers",
        mixinStandardHelpOptions = true,
        description = "Texts and megabytes a second that the offer reader reads on one core, and the time of a 40 KB page.")
final class BenchOffersCommand implements Callable<Integer> {
    private static final int SHORT = 120; // UTF-16 units
    private static final int PAGE = 40 * 1024; // bytes
    private static final int PAGES = 200;

    @Option(names = "--seconds", paramLabel = "N", defaultValue = "5", description = "how long to read texts, after as long to warm up; each page is warmed up as long too")
    private int seconds = 5;

    @Option(names = "--json", description = "one JSON line instead of a table")
    private boolean json;

    private record Result(int texts, double textsPerSecond, double megabytesPerSecond, Times page, Times thread, int posts) {}

    /** Milliseconds of a page from bytes to offers. */
    private record Times(double median, double worstOfTen) {}

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
        byte[] thread = thread(listings);
        return new Result(
                texts.size(),
                textsPerSecond,
                textsPerSecond * bytes / texts.size() / 1e6,
                times(reader, page(listings.getFirst())),
                times(reader, thread),
                new String(thread, UTF_8).split("<article", -1).length - 1);
    }

    private Times times(OfferReader reader, byte[] page) {
        for (long end = System.nanoTime() + seconds * 1_000_000_000L; System.nanoTime() < end; ) pageMillis(reader, page); // to warm up
        double[] millis = new double[PAGES];
        for (int i = 0; i < PAGES; i++) millis[i] = pageMillis(reader, page);
        Arrays.sort(millis);
        return new Times(millis[PAGES / 2], millis[PAGES * 9 / 10]);
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

    /** One listing in 40 KB of a shop's markup: styles, a menu, other things on offer. */
    private static byte[] page(Listing listing) {
        StringBuilder out = new StringBuilder("<!doctype html><html lang=zh><title>").append(escaped(listing.title())).append("</title><style>");
        for (int i = 0; i < 200; i++) out.append(".c").append(i).append("{margin:").append(i).append("px;padding:4px}\n");
        out.append("</style><body><nav><ul>");
        for (int i = 0; i < 120; i++) out.append("<li class=c").append(i).append("><a href=/category/").append(i).append(">category ").append(i).append("</a></li>\n");
        out.append("</ul></nav><main><h1>").append(escaped(listing.title())).append("</h1><div class=description>")
                .append(escaped(listing.text())).append("</div><img src=/img/1.jpg></main><aside>");
        for (int i = 0; out.length() < PAGE - 200; i++)
            out.append("<div class=card><a href=/item/").append(i).append("><img data-src=/thumb/").append(i).append(".jpg alt=''><span>item ").append(i).append("</span></a></div>\n");
        return out.append("</aside></body></html>").toString().getBytes(UTF_8);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** A thread of 40 KB: every post is a listing to be read. */
    private static byte[] thread(List<Listing> listings) {
        StringBuilder out = new StringBuilder("<!doctype html><html lang=zh><title>thread</title><body><main class=thread><h1>thread</h1>\n");
        for (int i = 0; out.toString().getBytes(UTF_8).length < PAGE; i++) {
            Listing listing = listings.get(i % listings.size());
            out.append("<article class=post id=p").append(i).append("><a class=author href=/u/").append(i).append(">user").append(i)
                    .append("</a><div class=post-content>").append(escaped(listing.text()))
                    .append("</div><img src=/img/").append(i).append(".jpg></article>\n");
        }
        return out.append("</main></body></html>").toString().getBytes(UTF_8);
    }

    private static String table(Result r) {
        return String.format(
                Locale.ROOT,
                "offer reader, one thread, processor time%n"
                        + "  short texts (%d different, up to %d characters)  %,10.0f texts/s  %6.2f MB/s%n"
                        + "  page of 40 KB with one listing, bytes to offers   %8.2f ms median  %6.2f ms at 90 %%%n"
                        + "  thread of 40 KB, %3d listings, bytes to offers    %8.2f ms median  %6.2f ms at 90 %%",
                r.texts(),
                SHORT,
                r.textsPerSecond(),
                r.megabytesPerSecond(),
                r.page().median(),
                r.page().worstOfTen(),
                r.posts(),
                r.thread().median(),
                r.thread().worstOfTen());
    }

    private static String line(Result r) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("bench", "offers")
                .put("texts_per_second", Math.round(r.textsPerSecond()))
                .put("mb_per_second", Math.round(r.megabytesPerSecond() * 100) / 100.0)
                .put("page_ms_median", rounded(r.page().median()))
                .put("page_ms_p90", rounded(r.page().worstOfTen()))
                .put("thread_listings", r.posts())
                .put("thread_ms_median", rounded(r.thread().median()))
                .put("thread_ms_p90", rounded(r.thread().worstOfTen()))
                .toString();
    }

    private static double rounded(double millis) {
        return Math.round(millis * 100) / 100.0;
    }
}
