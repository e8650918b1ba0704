package org.unlisted.crawl.nutch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.nutch.metadata.Metadata;
import org.apache.nutch.parse.Outlink;
import org.apache.nutch.parse.ParseData;
import org.apache.nutch.parse.ParseImpl;
import org.apache.nutch.parse.ParseResult;
import org.apache.nutch.parse.ParseStatus;
import org.apache.nutch.parse.Parser;
import org.apache.nutch.protocol.Content;
import org.jspecify.annotations.Nullable;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.crawl.fetch.CanonicalUrl;
import org.unlisted.crawl.listing.Extraction;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.listing.ListingExtractor;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.offer.OfferReader;
import org.unlisted.crawl.tracker.TrackedListing;
import org.unlisted.crawl.tracker.TrackerHit;
import org.unlisted.crawl.tracker.Trackers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a fetched page: its listings, whether they sell faces, and where to go next. Only a listing that does gets its
 * pictures into the next round. Named in the plugin's descriptor.
 */
public final class PageParser implements Parser {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<Path, OfferReader> READERS = new ConcurrentHashMap<>();
    private static final Map<Path, Trackers> TRACKERS = new ConcurrentHashMap<>(); // until the process ends
    private static final Map<Path, ListingExtractor> EXTRACTORS = new ConcurrentHashMap<>();

    private @Nullable Configuration conf;

    @Override
    public void setConf(Configuration conf) {
        this.conf = conf;
    }

    @Override
    public Configuration getConf() {
        return requireNonNull(conf, "setConf comes first");
    }

    @Override
    public ParseResult getParse(Content content) {
        Metadata meta = new Metadata();
        try {
            Exchange exchange = StoredExchange.read(content);
            Optional<String> type = StoredExchange.contentType(exchange);
            if (type.filter(t -> t.startsWith("image/")).isPresent())
                return success(content, "", new Outlink[0], meta);
            URI url = URI.create(content.getUrl());
            ListingExtractor extractor =
                    EXTRACTORS.computeIfAbsent(Path.of(getConf().get(Keys.SITES)), PageParser::profiled);
            ListingExtractor.Page page = extractor.read(url, exchange.body(), type);
            return success(content, page.title(), read(url, page, meta), meta);
        } catch (IOException | RuntimeException e) { // one item of a job: a page that breaks the parser is reported
            meta.set(Keys.UNREADABLE, e.getClass().getSimpleName());
            return success(content, "", new Outlink[0], meta);
        }
    }

    private Outlink[] read(URI url, ListingExtractor.Page page, Metadata meta) throws MalformedURLException {
        Map<URI, Outlink> outlinks = new LinkedHashMap<>();
        switch (page.extraction()) {
            case Extraction.Found(List<Listing> listings) -> {
                meta.set(Keys.LISTINGS, Integer.toString(listings.size()));
                List<TrackedListing> tracked = tracked(listings);
                if (!tracked.isEmpty()) meta.set(Keys.TRACKED, JSON.writeValueAsString(tracked));
                List<OfferListing> offers = offers(url, listings);
                if (!offers.isEmpty()) meta.set(Keys.OFFERS, JSON.writeValueAsString(offers));
                if (getConf().getBoolean(Keys.PICTURES, true)) addPictures(offers, outlinks, meta);
            }
            case Extraction.NotAListing() -> {}
            case Extraction.Wall(Extraction.Wall.Kind kind) -> {
                meta.set(Keys.WALL, kind.word());
                return new Outlink[0];
            }
            case Extraction.Unreadable(String reason) -> meta.set(Keys.UNREADABLE, reason);
        }
        if (!page.noFollow()) addLinks(page.links(), outlinks);
        return outlinks.values().toArray(new Outlink[0]);
    }

    private List<OfferListing> offers(URI url, List<Listing> listings) {
        OfferReader reader = READERS.computeIfAbsent(Path.of(getConf().get(Keys.LEXICON)), PageParser::load);
        List<OfferListing> found = new ArrayList<>();
        for (Listing listing : listings)
            reader.read(listing).stream()
                    .filter(Offer::permitsFaceScan)
                    .findFirst()
                    .ifPresent(offer -> found.add(new OfferListing(url, listing, offer)));
        return found;
    }

    /** Reported, and nothing more: no picture is asked for because of a tracker. */
    private List<TrackedListing> tracked(List<Listing> listings) {
        Trackers trackers = TRACKERS.computeIfAbsent(Path.of(getConf().get(Keys.TRACKERS)), PageParser::loadTrackers);
        List<TrackedListing> found = new ArrayList<>();
        for (Listing listing : listings) {
            List<TrackerHit> hits = trackers.match(listing);
            if (!hits.isEmpty()) found.add(new TrackedListing(listing.url(), hits));
        }
        return found;
    }

    private static void addPictures(List<OfferListing> offers, Map<URI, Outlink> outlinks, Metadata meta)
            throws MalformedURLException {
        for (OfferListing offer : offers)
            for (URI image : offer.listing().images()) {
                Optional<URI> url = CanonicalUrl.of(image.toString());
                if (url.isEmpty() || outlinks.containsKey(url.get())) continue;
                outlinks.put(url.get(), new Outlink(url.get().toString(), ""));
                meta.add(Keys.PICTURE, url.get().toString());
            }
    }

    private void addLinks(List<URI> links, Map<URI, Outlink> outlinks) throws MalformedURLException {
        Set<String> origins = Set.copyOf(getConf().getTrimmedStringCollection(Keys.ORIGINS));
        for (URI link : links) {
            Optional<URI> url = CanonicalUrl.of(link.toString());
            if (url.isEmpty() || outlinks.containsKey(url.get())) continue;
            if (origins.contains(CanonicalUrl.origin(url.get())))
                outlinks.put(url.get(), new Outlink(url.get().toString(), ""));
        }
    }

    private static OfferReader load(Path lexicon) {
        try {
            return OfferReader.load(lexicon);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the lexicon in " + lexicon, e);
        }
    }

    private static Trackers loadTrackers(Path folder) {
        try {
            return Trackers.load(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the trackers in " + folder, e);
        }
    }

    private static ListingExtractor profiled(Path sites) {
        try {
            return ListingExtractor.load(sites);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the site profiles in " + sites, e);
        }
    }

    private static ParseResult success(Content content, String title, Outlink[] outlinks, Metadata meta) {
        return ParseResult.createParseResult(
                content.getUrl(),
                new ParseImpl(
                        "",
                        new ParseData(ParseStatus.STATUS_SUCCESS, title, outlinks, content.getMetadata(), meta)));
    }
}
