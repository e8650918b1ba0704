package org.unlisted.sweep.match;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.unlisted.crawl.capture.ImageHandler;
import org.unlisted.crawl.capture.OfferImage;
import org.unlisted.crawl.capture.WarcRecords;
import org.unlisted.crawl.likeness.Pdq;
import org.unlisted.crawl.likeness.PdqResult;
import org.unlisted.face.image.Picture;
import org.unlisted.face.scan.BundleScanner;
import org.unlisted.face.scan.ImageScan;
import org.unlisted.takedown.evidence.EvidenceVault;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks for the enrolled, and for QR codes of the seller, in a picture of an offer. A picture with a candidate is
 * sealed as evidence; of every other one only address, hash, the number of faces and hashed contacts are said. Made by
 * name in the scan job.
 */
public final class FaceImageHandler implements ImageHandler {
    static final String MODEL_CARDS = "model-cards";
    static final String MODELS = "models";
    static final String SNAPSHOT = "snapshot";
    static final String SNAPSHOT_KEY = "snapshot-key";
    static final String EVIDENCE_KEY = "evidence-key";
    static final String CONTACT_KEY = "contact-key";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int REMEMBERED = 20_000;

    /** What was found in pictures of this job, by digest: shops show the same one many times. */
    private final Map<String, PictureFinding> seen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PictureFinding> eldest) {
            return size() > REMEMBERED;
        }
    };

    private @Nullable BundleScanner scanner;
    private @Nullable EvidenceVault vault;
    private @Nullable SellerSignals signals;

    @Override
    public void open(Map<String, String> settings, Map<String, byte[]> keys) throws IOException {
        scanner = BundleScanner.open(
                path(settings, MODEL_CARDS), path(settings, MODELS), path(settings, SNAPSHOT), key(keys, SNAPSHOT_KEY));
        vault = new EvidenceVault(path(settings, ATTACHMENTS), key(keys, EVIDENCE_KEY));
        signals = new SellerSignals(key(keys, CONTACT_KEY));
    }

    private static Path path(Map<String, String> settings, String name) {
        return Path.of(requireNonNull(settings.get(name), name));
    }

    private static byte[] key(Map<String, byte[]> keys, String name) {
        return requireNonNull(keys.get(name), name);
    }

    @Override
    public List<String> handle(OfferImage image) throws IOException {
        return List.of(JSON.writeValueAsString(look(image)));
    }

    PictureFinding look(OfferImage image) throws IOException {
        byte[] bytes = image.exchange().body();
        String sha256 = sha256(bytes);
        if (image.exchange().truncated())
            return refused(image, sha256, new PictureFinding.Refusal("too-large", "more bytes than the content limit"));
        PictureFinding same = seen.get(sha256);
        return same == null ? look(image, bytes, sha256) : again(same, image);
    }

    /** The very same bytes at another address: nothing new is to be found in them, but they are evidence there too. */
    private PictureFinding again(PictureFinding same, OfferImage image) throws IOException {
        return new PictureFinding(
                image.exchange().url(),
                same.sha256(),
                same.width(),
                same.height(),
                same.faces(),
                same.pdq(),
                same.refused(),
                same.matches(),
                sealed(image, same.matches()),
                same.contacts(),
                image.listings());
    }

    private String sealed(OfferImage image, List<PictureFinding.Match> matches) throws IOException {
        return matches.isEmpty()
                ? ""
                : requireNonNull(vault, "open comes first").seal(WarcRecords.pair(image.exchange()));
    }

    private PictureFinding look(OfferImage image, byte[] bytes, String sha256) throws IOException {
        Set<String> contacts = new LinkedHashSet<>();
        String[] pdq = {""};
        SellerSignals seller = requireNonNull(signals, "open comes first");
        ImageScan scan = requireNonNull(scanner, "open comes first")
                .scan(bytes, picture -> {
                    contacts.addAll(seller.inCodesOf(picture));
                    pdq[0] = pdq(picture);
                });
        PictureFinding finding = switch (scan) {
            case ImageScan.Refused refused -> refused(
                    image,
                    sha256,
                    new PictureFinding.Refusal(
                            refused.cause().name().toLowerCase(Locale.ROOT).replace('_', '-'), refused.reason()));
            case ImageScan.Scanned scanned -> {
                List<PictureFinding.Match> matches =
                        Matches.of(scanned.faces(), requireNonNull(scanner, "open comes first").thresholds());
                yield new PictureFinding(
                        image.exchange().url(),
                        sha256,
                        scanned.width(),
                        scanned.height(),
                        scanned.faces().size(),
                        pdq[0],
                        Optional.empty(),
                        matches,
                        sealed(image, matches),
                        List.copyOf(contacts),
                        image.listings());
            }
        };
        seen.put(sha256, finding);
        return finding;
    }

    private static String pdq(Picture picture) {
        PdqResult hashed = Pdq.of(picture.width(), picture.height(), picture::rgb);
        return hashed.telling() ? hashed.hash().hex() : "";
    }

    private static PictureFinding refused(OfferImage image, String sha256, PictureFinding.Refusal why) {
        return new PictureFinding(
                image.exchange().url(), sha256, 0, 0, 0, "", Optional.of(why), List.of(), "", List.of(), image.listings());
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        if (scanner != null) scanner.close();
    }
}
