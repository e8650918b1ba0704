package org.unlisted.sweep.match;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.crawl.capture.WarcRecords;
import org.unlisted.crawl.listing.Seller;
import org.unlisted.crawl.offer.Offer;
import org.unlisted.crawl.offer.Price;
import org.unlisted.crawl.signal.Masker;
import org.unlisted.sweep.protocol.SweepOrder;
import org.unlisted.takedown.evidence.EvidenceVault;
import org.unlisted.takedown.sighting.ImageHash;
import org.unlisted.takedown.sighting.ListingRef;
import org.unlisted.takedown.sighting.OfferFacts;
import org.unlisted.takedown.sighting.SeenImage;
import org.unlisted.takedown.sighting.Sighting;

/** Turns findings into sightings: maps words of the crawler and of the face index to those of the takedown desk. */
public final class Sightings {

    /** Where the page of a listing is to be had, to be sealed beside its pictures. */
    public interface Pages {
        /** The page, or empty where it is gone. */
        Optional<Exchange> find(OfferListing offer) throws IOException;
    }

    private final String source;
    private final EvidenceVault vault;

    public Sightings(String source, SweepOrder order) {
        this(source, new EvidenceVault(order.evidence(), order.evidenceKey().bytes()));
    }

    Sightings(String source, EvidenceVault vault) {
        this.source = source;
        this.vault = vault;
    }

    /** Every candidate of every listing, listings in the order of their first picture. Seals the pages concerned. */
    public List<Sighting> of(List<PictureFinding> findings, Pages pages) throws IOException {
        Map<OfferListing, List<PictureFinding>> byListing = new LinkedHashMap<>();
        for (PictureFinding finding : findings)
            for (OfferListing offer : finding.offers())
                byListing.computeIfAbsent(offer, o -> new ArrayList<>()).add(finding);
        List<Sighting> sightings = new ArrayList<>();
        for (Map.Entry<OfferListing, List<PictureFinding>> entry : byListing.entrySet())
            if (entry.getValue().stream().anyMatch(p -> !p.matches().isEmpty()))
                sightings.addAll(of(entry.getKey(), entry.getValue(), pages));
        return sightings;
    }

    private List<Sighting> of(OfferListing offer, List<PictureFinding> pictures, Pages pages) throws IOException {
        Exchange page = pages.find(offer)
                .orElseThrow(() -> new IOException("the page of " + offer.listing().url() + " is not in the capture"));
        String pageEvidence = vault.seal(WarcRecords.pair(page));
        List<ImageHash> hashes =
                pictures.stream().map(p -> new ImageHash(p.url(), p.sha256())).toList();
        ListingRef listing = ref(source, offer, Masker::mask);
        List<Sighting> sightings = new ArrayList<>();
        for (PictureFinding picture : pictures)
            for (PictureFinding.Match match : picture.matches())
                sightings.add(new Sighting(
                        id(match.subject(), listing.url(), picture.sha256()),
                        match.subject(),
                        match.comparison(),
                        listing,
                        new SeenImage(
                                picture.url(),
                                picture.sha256(),
                                picture.width(),
                                picture.height(),
                                match.face(),
                                match.others(),
                                picture.evidence()),
                        page.fetchedAt(),
                        pageEvidence,
                        hashes));
        return sightings;
    }

    /**
     * A listing with its offer in the takedown desk's words. From here on its text is shown and sent, so the numbers of
     * people in it end here.
     *
     * @param mask keeps the length of a text
     */
    static ListingRef ref(String source, OfferListing found, UnaryOperator<String> mask) {
        Offer offer = found.offer();
        Optional<Price> price = offer.price();
        return new ListingRef(
                source,
                found.listing().url(),
                mask.apply(found.listing().title()),
                found.listing().language(),
                found.listing().seller().map(Seller::label),
                new OfferFacts(
                        offer.kind(),
                        offer.persons(),
                        offer.images(),
                        price.map(Price::amount),
                        price.map(Price::currency),
                        price.map(p -> p.basis().name()),
                        offer.pricePerFace(),
                        quote(found, mask)));
    }

    /** Masked as a part of the whole text: there a number is whole, and the words beside it say whose it is. */
    private static String quote(OfferListing found, UnaryOperator<String> mask) {
        String quote = found.offer().quote();
        String text = found.listing().title() + "\n" + found.listing().text();
        int at = text.indexOf(quote);
        return at < 0 ? mask.apply(quote) : mask.apply(text).substring(at, at + quote.length());
    }

    private static String id(String subject, URI listing, String sha256) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((subject + "\n" + listing + "\n" + sha256).getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
