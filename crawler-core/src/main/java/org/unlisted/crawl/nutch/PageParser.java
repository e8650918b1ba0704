package org.unlisted.crawl.nutch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.unlisted.crawl.fetch.RobotsHeader;
import org.unlisted.crawl.listing.Extraction;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.listing.ListingExtractor;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.offer.OfferReader;
import org.unlisted.crawl.scope.Scope;
import org.unlisted.crawl.scope.ScopeRules;
import org.unlisted.crawl.scope.Verdict;
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

    private @Nullable Configuration conf;
    private @Nullable Scope scope;
    // A Hadoop setting is worked out anew each time that it is asked for.
    private String agent = "";
    private int maxDepth;
    private boolean pictures;

    @Override
    public void setConf(Configuration conf) {
        this.conf = conf;
        this.scope = new Scope(ScopeRules.parse(conf.get(Keys.SCOPE)));
        this.agent = conf.get(Keys.AGENT);
        this.maxDepth = conf.getInt(Keys.MAX_DEPTH, 1);
        this.pictures = conf.getBoolean(Keys.PICTURES, true);
    }

    @Override
    public Configuration getConf() {
        return requireNonNull(conf, "setConf comes first");
    }

    @Override
    public ParseResult getParse(Content content) {
        Metadata meta = new Metadata();
        try {
            if (CaptureFiles.isPicture(content)) return success(content, "", new Outlink[0], meta);
            Exchange exchange = StoredExchange.read(content, getConf());
            URI url = URI.create(content.getUrl());
            ListingExtractor.Page page = Readers.extractor(getConf())
                    .read(url, exchange.body(), StoredExchange.contentType(exchange));
            if (exchange.truncated() || page.truncated()) meta.set(Keys.TRUNCATED, Integer.toString(exchange.body().length));
            page.unaskable().forEach(link -> meta.add(Keys.UNASKABLE, link));
            RobotsHeader header = RobotsHeader.of(exchange, agent);
            return success(content, page.title(), read(url, page, header, depth(content), meta), meta);
        } catch (IOException | RuntimeException e) { // one item of a job: a page that breaks the parser is reported
            meta.set(Keys.UNREADABLE, e.getClass().getSimpleName());
            return success(content, "", new Outlink[0], meta);
        }
    }

    private static int depth(Content content) {
        String depth = content.getMetadata().get(Keys.DEPTH.toString());
        return SweepScoring.depth(depth == null ? "" : depth);
    }

    private Outlink[] read(URI url, ListingExtractor.Page page, RobotsHeader header, int depth, Metadata meta)
            throws MalformedURLException {
        Map<URI, Outlink> outlinks = new LinkedHashMap<>();
        if (page.noIndex() || header.noIndex()) meta.set(Keys.NO_INDEX, "1");
        else {
            switch (page.extraction()) {
                case Extraction.Found(List<Listing> listings) -> addFindings(url, listings, outlinks, meta);
                case Extraction.NotAListing() -> {}
                case Extraction.Gone() -> meta.set(Keys.GONE, "1");
                case Extraction.Wall(Extraction.Wall.Kind kind) -> {
                    meta.set(Keys.WALL, kind.word());
                    return new Outlink[0];
                }
                case Extraction.Unreadable(String reason) -> meta.set(Keys.UNREADABLE, reason);
            }
        }
        boolean follow = !page.noFollow() && !header.noFollow() && depth < maxDepth;
        if (follow) addLinks(page.links(), outlinks, meta);
        return outlinks.values().toArray(new Outlink[0]);
    }

    private void addFindings(URI url, List<Listing> listings, Map<URI, Outlink> outlinks, Metadata meta)
            throws MalformedURLException {
        meta.set(Keys.LISTINGS, Integer.toString(listings.size()));
        List<TrackedListing> tracked = tracked(listings);
        if (!tracked.isEmpty()) meta.set(Keys.TRACKED, JSON.writeValueAsString(tracked));
        List<OfferListing> offers = offers(url, listings);
        meta.set(Keys.OFFER_COUNT, Integer.toString(offers.size()));
        if (!offers.isEmpty()) meta.set(Keys.OFFERS, JSON.writeValueAsString(offers));
        if (pictures) addPictures(offers, outlinks, meta);
    }

    private List<OfferListing> offers(URI url, List<Listing> listings) {
        OfferReader reader = Readers.offers(getConf());
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
        Trackers trackers = Readers.trackers(getConf());
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

    private void addLinks(List<URI> links, Map<URI, Outlink> outlinks, Metadata meta) throws MalformedURLException {
        int trapped = 0;
        for (URI link : links) {
            Optional<URI> url = CanonicalUrl.of(link.toString());
            if (url.isEmpty() || outlinks.containsKey(url.get())) continue;
            Verdict verdict = requireNonNull(scope, "setConf comes first").judge(url.get());
            if (verdict == Verdict.TRAP) trapped++;
            else if (verdict == Verdict.IN) outlinks.put(url.get(), new Outlink(url.get().toString(), ""));
        }
        if (trapped > 0) meta.set(Keys.TRAPS, Integer.toString(trapped));
    }

    private static ParseResult success(Content content, String title, Outlink[] outlinks, Metadata meta) {
        return ParseResult.createParseResult(
                content.getUrl(),
                new ParseImpl(
                        "",
                        new ParseData(ParseStatus.STATUS_SUCCESS, title, outlinks, content.getMetadata(), meta)));
    }
}
