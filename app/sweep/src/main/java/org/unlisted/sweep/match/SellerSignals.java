package org.unlisted.sweep.match;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.crawl.listing.Listing;
import org.unlisted.crawl.signal.ContactHasher;
import org.unlisted.crawl.signal.Masker;
import org.unlisted.crawl.signal.QrReader;
import org.unlisted.crawl.signal.SignalReader;
import org.unlisted.crawl.signal.Signals;
import org.unlisted.face.image.Picture;
import org.unlisted.sweep.protocol.SweepEvent;

/**
 * How the sellers of offers are reached, as keyed hashes: a plain contact stays in the page's capture and is kept only
 * where that becomes evidence of a case. Thread-safe.
 */
public final class SellerSignals {
    private static final Logger LOG = LoggerFactory.getLogger(SellerSignals.class);
    private final SignalReader reader = new SignalReader();
    private final QrReader codes = new QrReader();
    private final ContactHasher hasher;

    /**
     * @param key 32 bytes
     */
    public SellerSignals(byte[] key) {
        hasher = new ContactHasher(key);
    }

    /** An offer as it is reported before anybody looked at its pictures. */
    public SweepEvent.OfferSeen seen(String source, OfferListing found, int pictures) {
        Listing listing = found.listing();
        Signals signals = reader.read(listing.title() + "\n" + listing.text(), listing.language());
        return new SweepEvent.OfferSeen(
                Sightings.ref(source, found, Masker::maskAll),
                found.page(),
                pictures,
                List.copyOf(names(signals)),
                signals.severity());
    }

    /** More contacts of the offers that show these pictures; no event for an offer without. */
    public static List<SweepEvent.ContactsSeen> seen(List<PictureFinding> findings) {
        Map<URI, Set<String>> byListing = new LinkedHashMap<>();
        for (PictureFinding finding : findings)
            if (!finding.contacts().isEmpty())
                for (OfferListing offer : finding.offers())
                    byListing.computeIfAbsent(offer.listing().url(), _ -> new TreeSet<>()).addAll(finding.contacts());
        return byListing.entrySet().stream()
                .map(e -> new SweepEvent.ContactsSeen(e.getKey(), List.copyOf(e.getValue())))
                .toList();
    }

    Set<String> inCodesOf(Picture picture) {
        Set<String> names = new TreeSet<>();
        try {
            for (String text : codes.read(picture.width(), picture.height(), picture::rgb))
                names.addAll(names(reader.read(text, "und")));
        } catch (RuntimeException e) { // one item of a job: odd pixels must not cost the search for faces
            LOG.warn("event=codes-unread width={} height={} cause={}", picture.width(), picture.height(), e.getClass());
        }
        return names;
    }

    private Set<String> names(Signals signals) {
        Set<String> names = new TreeSet<>();
        Stream.concat(
                        signals.contacts().stream().map(hasher::hash),
                        signals.links().stream().map(hasher::hash))
                .forEach(names::add);
        return names;
    }
}
