package org.unlisted.crawl.fetch;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.unlisted.crawl.capture.Exchange;

/**
 * What one sitemap names, each with the time of its last change, or {@link Instant#MIN} where none is given. The parser reads no
 * DTD, so that no entity is expanded and nothing outside is looked at.
 *
 * @param files of an index
 */
record SitemapFile(Map<URI, Instant> pages, Map<URI, Instant> files) {
    static final SitemapFile EMPTY = new SitemapFile(Map.of(), Map.of());

    private static final int LIMIT = 10 << 20; // bytes, unpacked; as much as the client reads of one

    /** Reads an answer; what follows an error in the file is lost, what stands before it counts. */
    static SitemapFile read(Exchange answer, Predicate<URI> admits, int most) {
        try {
            SiteMapParser parser = new SiteMapParser(false, true);
            URL base = answer.url().toURL();
            AbstractSiteMap parsed = parser.parseSiteMap(unpacked(answer.body()), base);
            return parsed instanceof SiteMapIndex index ? ofIndex(index) : ofPages((SiteMap) parsed, admits, most);
        } catch (IOException | UnknownFormatException e) {
            return EMPTY;
        }
    }

    /** Unpacked here, under a cap: the parser has none. */
    private static byte[] unpacked(byte[] body) throws IOException {
        if (body.length < 2 || (body[0] & 0xff) != 0x1f || (body[1] & 0xff) != 0x8b) return body;
        return new BodyReader(LIMIT, true)
                .read(Okio.buffer(Okio.source(new ByteArrayInputStream(body))), List.of(ContentCoding.GZIP))
                .bytes();
    }

    private static SitemapFile ofIndex(SiteMapIndex index) {
        Map<URI, Instant> files = new LinkedHashMap<>();
        for (AbstractSiteMap file : index.getSitemaps(false))
            canonical(file.getUrl()).ifPresent(url -> files.merge(url, time(file.getLastModified()), SitemapFile::later));
        return new SitemapFile(Map.of(), files);
    }

    private static SitemapFile ofPages(SiteMap map, Predicate<URI> admits, int most) {
        Map<URI, Instant> pages = new LinkedHashMap<>();
        for (SiteMapURL page : map.getSiteMapUrls()) {
            if (pages.size() == most) break;
            canonical(page.getUrl())
                    .filter(admits)
                    .ifPresent(url -> pages.merge(url, time(page.getLastModified()), SitemapFile::later));
        }
        return new SitemapFile(pages, Map.of());
    }

    static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Optional<URI> canonical(@Nullable URL url) {
        return url == null ? Optional.empty() : CanonicalUrl.of(url.toString());
    }

    private static Instant time(@Nullable Date date) {
        return date == null ? Instant.MIN : date.toInstant();
    }
}
