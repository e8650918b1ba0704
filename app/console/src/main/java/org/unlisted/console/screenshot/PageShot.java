package org.unlisted.console.screenshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders captured pages in a browser without a network. Under a banner that the page cannot touch, because the page
 * sits in a sandboxed frame of its own. Thread-safe.
 */
public final class PageShot {
    private static final Logger LOG = LoggerFactory.getLogger(PageShot.class);
    private static final int FIRST_HEIGHT = 900; // px, as the page sees its window until it is measured
    private static final int TALLEST = 8000; // px: 41 MB of pixels in the browser
    private static final int AT_ONCE = 2;
    /** How the names of this process's scratch folders begin. */
    static final String SCRATCH = "unlisted-shot-" + ProcessHandle.current().pid() + "-";

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String PAGE_POLICY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'";

    private final Chromium chromium;
    private final Duration limit;
    private final Template frame = Mustache.compiler().compile(resource("frame.mustache"));

    /** Gives each page 20 seconds. */
    public PageShot(Chromium chromium) {
        this(chromium, Duration.ofSeconds(20));
    }

    PageShot(Chromium chromium, Duration limit) {
        this.chromium = requireNonNull(chromium, "chromium");
        this.limit = requireNonNull(limit, "limit");
    }

    /** Renders pages in one browser, two at a time, and answers in their order. Leaves no file behind. */
    public List<Shot> all(List<CapturedPage> pages) {
        if (pages.isEmpty()) return List.of();
        try (var scratch = new ScratchFolder(SCRATCH);
                var browser = new DevTools(chromium, scratch.path());
                var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Shot>> jobs = new ArrayList<>();
            for (CapturedPage page : pages) jobs.add(() -> shot(browser, page));
            return pool.invokeAll(jobs).stream().map(PageShot::result).toList();
        } catch (IOException e) {
            LOG.warn("event=browser-failed pages={} reason={}", pages.size(), e.toString());
            return pages.stream().<Shot>map(_ -> notTaken(e)).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return pages.stream().<Shot>map(_ -> new Shot.NotTaken("interrupted")).toList();
        }
    }

    private static Shot result(Future<Shot> done) {
        return switch (done.state()) {
            case SUCCESS -> done.resultNow();
            case FAILED -> new Shot.NotTaken("rendering failed: " + done.exceptionNow());
            case CANCELLED, RUNNING -> new Shot.NotTaken("interrupted");
        };
    }

    /** Renders one page. Leaves no file behind. */
    public Shot of(CapturedPage page) {
        return all(List.of(page)).getFirst();
    }

    private Shot shot(DevTools browser, CapturedPage page) {
        try (var host = new PageHost(files(page))) {
            byte[] png = new Tab(browser, limit).shoot(host.address("frame"), TALLEST);
            LOG.info("event=page-shot url={} bytes={}", page.url(), png.length);
            return new Shot.Taken(png);
        } catch (IOException e) {
            LOG.warn("event=page-shot-failed url={} reason={}", page.url(), e.getMessage());
            return notTaken(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Shot.NotTaken("interrupted");
        }
    }

    private static Shot notTaken(IOException e) {
        return new Shot.NotTaken(String.valueOf(e.getMessage()));
    }

    private Map<String, ServedFile> files(CapturedPage page) {
        var offline = new OfflinePage(page);
        String nonce = UUID.randomUUID().toString();
        Map<String, ServedFile> files = new LinkedHashMap<>();
        files.put("frame", ServedFile.html(frame(page, offline, nonce), "default-src 'none'; frame-src 'self';"
                + " style-src 'unsafe-inline'; script-src 'nonce-" + nonce + "'"));
        files.put("page", ServedFile.html(offline.html(), PAGE_POLICY));
        files.put(OfflinePage.TILE, ServedFile.svg(resource(OfflinePage.TILE)));
        var pictures = page.pictures().values().iterator();
        for (String name : offline.pictureNames()) files.put(name, ServedFile.picture(pictures.next()));
        return files;
    }

    private String frame(CapturedPage page, OfflinePage offline, String nonce) {
        return frame.execute(Map.of(
                "first", FIRST_HEIGHT,
                "tallest", TALLEST,
                "at", UTC.format(page.capturedAt()),
                "withheld", offline.withheld(),
                "url", page.url().toString(),
                "nonce", nonce));
    }

    private static String resource(String name) {
        try (var in = requireNonNull(PageShot.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }
}
