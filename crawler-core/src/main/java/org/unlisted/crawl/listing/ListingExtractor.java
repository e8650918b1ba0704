package org.unlisted.crawl.listing;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Finds the listings of a fetched page in whatever markup it has: structured data first (JSON-LD, microdata), then
 * channel previews and threads, then Open Graph, then the plain page. Knows no site by name. Thread-safe.
 */
public final class ListingExtractor {
    private final List<MarkupReader> readers = List.of(
            new TelegramPreviewReader(),
            new JsonLdReader(),
            new MicrodataReader(),
            new ForumReader(),
            new OpenGraphReader(),
            new PlainReader());

    /**
     * Reads one page.
     *
     * @param url         where it was fetched, after redirects
     * @param body        as received, content encoding undone; may be cut short
     * @param contentType the HTTP header, verbatim
     */
    public Page read(URI url, byte[] body, Optional<String> contentType) {
        Optional<String> unreadable = notHtml(body, contentType.orElse("").toLowerCase(Locale.ROOT));
        if (unreadable.isPresent())
            return new Page(new Extraction.Unreadable(unreadable.get()), "", List.of(), false);
        HtmlPage page = new HtmlPage(url, Jsoup.parse(PageCharset.decode(body, contentType), url.toString()));
        return new Page(extract(page), page.title(), PageLinks.of(page), noFollow(page));
    }

    private Extraction extract(HtmlPage page) {
        for (MarkupReader reader : readers) {
            if (!reader.structured()) {
                // Structured data outweighs a log-in form in the page's head; without any, the wall is the page.
                Optional<Extraction.Wall> wall = Walls.find(page);
                if (wall.isPresent()) return wall.get();
            }
            List<Listing> listings = reader.read(page);
            if (!listings.isEmpty()) return new Extraction.Found(listings);
        }
        return new Extraction.NotAListing();
    }

    private static Optional<String> notHtml(byte[] body, String contentType) {
        if (body.length == 0) return Optional.of("empty body");
        boolean text = contentType.isBlank() || contentType.contains("html") || contentType.startsWith("text/plain");
        if (!text && !contentType.contains("octet-stream")) return Optional.of("not HTML: " + contentType);
        boolean utf16 = body.length > 1 && (body[0] & 0xFF) >= 0xFE && (body[1] & 0xFF) >= 0xFE;
        for (int i = 0; i < Math.min(body.length, 512) && !utf16; i++)
            if (body[i] == 0) return Optional.of("binary data");
        return Optional.empty();
    }

    private static boolean noFollow(HtmlPage page) {
        for (Element meta : page.document().select("meta[name=robots]")) {
            String rules = meta.attr("content").toLowerCase(Locale.ROOT);
            if (rules.contains("nofollow") || rules.strip().equals("none")) return true;
        }
        return false;
    }

    /**
     * What one page says.
     *
     * @param title    of the document
     * @param links    absolute http(s) targets without fragments, in page order, without duplicates, images and
     *                 {@code rel=nofollow}
     * @param noFollow the page's robots rules forbid to follow its links
     */
    public record Page(Extraction extraction, String title, List<URI> links, boolean noFollow) {
        public Page {
            requireNonNull(extraction, "extraction");
            requireNonNull(title, "title");
            links = List.copyOf(links);
        }
    }
}
