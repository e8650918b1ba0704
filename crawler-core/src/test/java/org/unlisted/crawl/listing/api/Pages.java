package org.unlisted.crawl.listing.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.unlisted.crawl.listing.Extraction;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.listing.ListingExtractor;

/** Synthetic pages in the markup of real software, and what the extractor makes of them. */
final class Pages {
    private static final ListingExtractor EXTRACTOR = new ListingExtractor();

    private Pages() {}

    static ListingExtractor.Page file(String name, String url) {
        try (InputStream in = Pages.class.getResourceAsStream("/pages/" + name)) {
            if (in == null) throw new IllegalArgumentException("no page " + name);
            return read(url, in.readAllBytes(), "text/html");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ListingExtractor.Page html(String url, String html) {
        return read(url, html.getBytes(UTF_8), "text/html; charset=utf-8");
    }

    static ListingExtractor.Page read(String url, byte[] body, String contentType) {
        return EXTRACTOR.read(URI.create(url), body, Optional.of(contentType).filter(t -> !t.isEmpty()));
    }

    static List<Listing> listings(ListingExtractor.Page page) {
        assertThat(page.extraction()).isInstanceOf(Extraction.Found.class);
        return ((Extraction.Found) page.extraction()).listings();
    }

    static Listing only(ListingExtractor.Page page) {
        List<Listing> listings = listings(page);
        assertThat(listings).hasSize(1);
        return listings.getFirst();
    }

    static Optional<Extraction.Wall.Kind> wall(ListingExtractor.Page page) {
        return page.extraction() instanceof Extraction.Wall(Extraction.Wall.Kind kind) ? Optional.of(kind) : Optional.empty();
    }

    static String name(Listing listing) {
        return listing.seller().orElseThrow().name().orElseThrow();
    }

    static String handle(Listing listing) {
        return listing.seller().orElseThrow().handle().orElseThrow();
    }
}
