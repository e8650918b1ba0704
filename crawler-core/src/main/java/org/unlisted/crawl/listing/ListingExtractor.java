package org.unlisted.crawl.listing;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Finds the listings of a fetched page in whatever markup it has. A profile of the site comes first, where there is one;
 * then structured data (JSON-LD, microdata, RDFa), channel previews and threads, the data of the page's own scripts,
 * pastes, Open Graph, the plain page. Knows no site by name. Thread-safe.
 */
public final class ListingExtractor {
    /** Bytes read of a page; what lies beyond is left unread, and the answer says so. */
    public static final int LIMIT = 8 << 20;

    /** Tags, opening and closing, that are read; the longest threads have a tenth of it. */
    private static final int MOST_TAGS = 300_000;

    private static final int BINARY_HEAD = 512;
    private final SiteProfiles profiles;
    private final GoneWords gone;
    private final JsonLdReader jsonLd = new JsonLdReader();
    private final List<MarkupReader> readers = List.of(
            new TelegramPreviewReader(),
            jsonLd,
            new ItemMarkupReader(),
            new ForumReader(),
            new JsStateReader(),
            new JsonLdPostsReader(),
            new PasteReader(),
            new OpenGraphReader(),
            new PlainReader());

    /** Reads every site generically. */
    public ListingExtractor() {
        this(SiteProfiles.none(), GoneWords.none());
    }

    ListingExtractor(SiteProfiles profiles, GoneWords gone) {
        this.profiles = profiles;
        this.gone = gone;
    }

    /**
     * With the site profiles of a folder ({@code config/sites}), and with what {@code gone.yaml} in it says of listings that
     * were taken down; generic only where it does not exist.
     *
     * @throws IllegalArgumentException names the file and the key or selector that is wrong
     */
    public static ListingExtractor load(Path sites) throws IOException {
        return new ListingExtractor(SiteProfiles.load(sites), GoneWords.load(sites.resolve(SiteProfiles.NOT_A_SITE)));
    }

    /**
     * Reads one page.
     *
     * @param url         where it was fetched, after redirects
     * @param body        as received, content encoding undone; may be cut short
     * @param contentType the HTTP header, verbatim
     */
    public Page read(URI url, byte[] body, Optional<String> contentType) {
        String type = contentType.orElse("").toLowerCase(Locale.ROOT);
        Optional<String> unreadable = notText(body, type);
        if (unreadable.isPresent())
            return new Page(new Extraction.Unreadable(unreadable.get()), "", List.of(), List.of(), false, false, Optional.empty(), false);
        boolean truncated = body.length > LIMIT;
        byte[] read = truncated ? Arrays.copyOf(body, LIMIT) : body;
        String text = PageCharset.decode(read, contentType);
        if (PlainText.is(text, type)) return PlainText.page(url, text, truncated);
        int end = endOfTags(text);
        HtmlPage page = new HtmlPage(url, Jsoup.parse(text.substring(0, end), url.toString()));
        Optional<ProfileReader> profile = profiles.of(url).map(p -> new ProfileReader(page, p));
        Extraction extraction = extract(page, profile);
        return new Page(
                extraction,
                page.title(),
                PageLinks.of(page, named(extraction, page)),
                PageLinks.unaskable(page),
                forbids(page, "nofollow"),
                forbids(page, "noindex"),
                profile.flatMap(ProfileReader::next).or(() -> NextPage.of(page)),
                truncated || end < text.length());
    }

    /** Where the last of the tags begins that are read. */
    private static int endOfTags(String text) {
        int tags = 0;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) if (++tags > MOST_TAGS) return at;
        return text.length();
    }

    private Extraction extract(HtmlPage page, Optional<ProfileReader> profile) {
        List<Listing> profiled = profile.map(ProfileReader::read).orElse(List.of());
        if (!profiled.isEmpty()) return new Extraction.Found(profiled);
        for (MarkupReader reader : readers) {
            if (!reader.structured()) {
                // Structured data outweighs a log-in form in the page's head; without any, the wall is the page.
                Optional<Extraction> left = GonePages.find(page, gone);
                if (left.isPresent()) return left.get();
                Optional<Extraction.Wall> wall = Walls.find(page);
                if (wall.isPresent()) return wall.get();
            }
            List<Listing> listings = reader.read(page);
            if (!listings.isEmpty()) return isGone(page, listings) ? new Extraction.Gone() : new Extraction.Found(listings);
        }
        return new Extraction.NotAListing();
    }

    /** What was sold is still there for all to see, as long as its pictures are. */
    private boolean isGone(HtmlPage page, List<Listing> listings) {
        if (listings.size() > 1) return false;
        Listing only = listings.getFirst();
        return ItemStates.of(page, only.structure()).stream()
                .anyMatch(s -> gone.isRemoved(s) || (gone.isSold(s) && only.images().isEmpty()));
    }

    /** Items that only the page's data lead to. */
    private List<URI> named(Extraction extraction, HtmlPage page) {
        List<URI> named = new ArrayList<>(jsonLd.links(page));
        if (extraction instanceof Extraction.Found(List<Listing> listings) && listings.size() > 1)
            for (Listing listing : listings)
                if (listing.structure() == Listing.Structure.JS_STATE && !page.isHere(listing.url())) named.add(listing.url());
        return named;
    }

    private static Optional<String> notText(byte[] body, String contentType) {
        if (body.length == 0) return Optional.of("empty body");
        boolean text = contentType.isBlank() || contentType.contains("html") || contentType.startsWith("text/plain");
        if (!text && !contentType.contains("octet-stream")) return Optional.of("not HTML: " + contentType);
        boolean utf16 = contentType.contains("utf-16") || (body.length > 1 && (body[0] & 0xFF) >= 0xFE && (body[1] & 0xFF) >= 0xFE);
        for (int i = 0; i < Math.min(body.length, BINARY_HEAD) && !utf16; i++)
            if (body[i] == 0) return Optional.of("binary data");
        return Optional.empty();
    }

    /** Robots rules of the page itself, {@code none} being both. */
    private static boolean forbids(HtmlPage page, String rule) {
        for (Element meta : page.map().metas()) {
            if (!meta.attr("name").equalsIgnoreCase("robots")) continue;
            String rules = meta.attr("content").toLowerCase(Locale.ROOT);
            if (rules.contains(rule) || rules.strip().equals("none")) return true;
        }
        return false;
    }

    /**
     * What one page says.
     *
     * @param title     of the document
     * @param links     absolute http(s) targets without fragments, in page order, without duplicates, images and
     *                  {@code rel=nofollow}
     * @param unaskable links by other protocols (file, ftp, gopher, magnet…), as written, without user names
     * @param noFollow  the page's robots rules forbid to follow its links
     * @param noIndex   they forbid to keep what it says
     * @param nextPage  where a list or thread goes on
     * @param truncated the body was longer than {@link #LIMIT}, or had more tags than any page needs, and its end was not
     *                  read
     */
    public record Page(
            Extraction extraction,
            String title,
            List<URI> links,
            List<String> unaskable,
            boolean noFollow,
            boolean noIndex,
            Optional<URI> nextPage,
            boolean truncated) {
        public Page {
            requireNonNull(extraction, "extraction");
            requireNonNull(title, "title");
            links = List.copyOf(links);
            unaskable = List.copyOf(unaskable);
            requireNonNull(nextPage, "nextPage");
        }
    }
}
