package org.unlisted.sweep.match;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.capture.OfferListing;
import org.unlisted.crawl.capture.WarcRecords;
import org.unlisted.face.scan.BundleScanner;
import org.unlisted.face.scan.ImageScan;
import org.unlisted.takedown.evidence.EvidenceVault;
import org.unlisted.takedown.sighting.Sighting;

/**
 * Looks for the enrolled in the files of a handed-in bundle. A picture with a candidate is sealed as evidence; of every
 * other one only counts are said. One thread at a time.
 */
public final class HandedInPictures implements AutoCloseable {
    private static final String SOURCE = "bundle";
    private static final int REMEMBERED = 20_000;

    private final BundleScanner scanner;
    private final EvidenceVault vault;
    private final Sightings sightings;
    private final Instant handedInAt;

    /** What was found in the same bytes before: bundles are sold and sold again, with doubles in them. */
    private final Map<String, PictureFinding> seen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PictureFinding> eldest) {
            return size() > REMEMBERED;
        }
    };

    private HandedInPictures(BundleScanner scanner, EvidenceVault vault, Instant handedInAt) {
        this.scanner = scanner;
        this.vault = vault;
        this.sightings = new Sightings(SOURCE, vault);
        this.handedInAt = handedInAt;
    }

    /**
     * @param vault      for pictures with a candidate
     * @param handedInAt when the bundle was handed in
     * @throws IOException if models or gallery cannot be opened; names the file
     */
    public static HandedInPictures open(
            Path modelCards, Path models, Path snapshot, byte[] snapshotKey, EvidenceVault vault, Instant handedInAt)
            throws IOException {
        requireNonNull(vault, "vault");
        requireNonNull(handedInAt, "handedInAt");
        return new HandedInPictures(BundleScanner.open(modelCards, models, snapshot, snapshotKey), vault, handedInAt);
    }

    public int enrolees() {
        return scanner.enrolees();
    }

    public int references() {
        return scanner.references();
    }

    /**
     * Looks at one file.
     *
     * @param bundle the name of what was handed in
     * @param name   where in it the file lies
     */
    public ItemFinding look(String bundle, String name, byte[] bytes) throws IOException {
        if (isPdf(bytes)) return pages();
        OfferListing offer = OfferListing.handedIn(bundle);
        PictureFinding finding = finding(offer, name, bytes);
        if (finding.refused().isPresent())
            return new ItemFinding(0, 0, List.of(finding.refused().get()), List.of());
        List<Sighting> found =
                sightings.of(List.of(finding), of -> Optional.of(handedIn(of.page(), new byte[0])));
        return new ItemFinding(1, finding.faces(), List.of(), found);
    }

    private static boolean isPdf(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 5), ISO_8859_1).equals("%PDF-");
    }

    /** The place for documents: one finding for all pages, each page a picture of its own. */
    private static ItemFinding pages() {
        return ItemFinding.refused("unsupported", "a PDF: its pages are not read; hand them in as pictures");
    }

    private PictureFinding finding(OfferListing offer, String name, byte[] bytes) throws IOException {
        String sha256 = FaceImageHandler.sha256(bytes);
        URI url = URI.create(offer.page() + "/" + URLEncoder.encode(name, UTF_8));
        PictureFinding finding = seen.get(sha256);
        if (finding == null) {
            finding = look(offer, url, sha256, bytes);
            seen.put(sha256, finding);
        }
        String evidence = finding.matches().isEmpty() ? "" : vault.seal(WarcRecords.pair(handedIn(url, bytes)));
        return new PictureFinding(
                url,
                sha256,
                finding.width(),
                finding.height(),
                finding.faces(),
                "",
                finding.refused(),
                finding.matches(),
                evidence,
                List.of(),
                List.of(offer));
    }

    private PictureFinding look(OfferListing offer, URI url, String sha256, byte[] bytes) {
        return switch (scanner.scan(bytes)) {
            case ImageScan.Refused refused -> {
                String reason = refused.cause().name().toLowerCase(Locale.ROOT).replace('_', '-');
                var why = Optional.of(new PictureFinding.Refusal(reason, refused.reason()));
                yield new PictureFinding(url, sha256, 0, 0, 0, "", why, List.of(), "", List.of(), List.of(offer));
            }
            case ImageScan.Scanned scanned ->
                new PictureFinding(
                        url,
                        sha256,
                        scanned.width(),
                        scanned.height(),
                        scanned.faces().size(),
                        "",
                        Optional.empty(),
                        Matches.of(scanned.faces(), scanner.thresholds()),
                        "",
                        List.of(),
                        List.of(offer));
        };
    }

    private Exchange handedIn(URI url, byte[] body) {
        return new Exchange(
                url,
                handedInAt,
                200,
                List.of(),
                List.of(Map.entry("Content-Type", "application/octet-stream")),
                Optional.empty(),
                false,
                body);
    }

    @Override
    public void close() {
        scanner.close();
    }
}
