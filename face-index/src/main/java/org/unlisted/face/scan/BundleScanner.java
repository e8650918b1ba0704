package org.unlisted.face.scan;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.face.djl.FaceModels;
import org.unlisted.face.enrol.ReferenceSnapshot;
import org.unlisted.face.image.Decoding;
import org.unlisted.face.image.ImageDecoder;
import org.unlisted.face.image.ImageLimits;
import org.unlisted.face.image.Picture;
import org.unlisted.face.lucene.LuceneGallery;
import org.unlisted.face.quality.Condition;

/**
 * Says whether somebody enrolled is in a picture of an offer. The only way from a picture to identities, and it answers
 * with enrolees only: of everybody else nothing is kept. Thread-safe. Close it to free models and gallery.
 */
public final class BundleScanner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BundleScanner.class);

    private final FaceModels models;
    private final LuceneGallery bare;
    private final LuceneGallery masked;
    private final Thresholds thresholds;
    private final FaceMatcher matcher;
    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.standard());

    private BundleScanner(FaceModels models, LuceneGallery bare, LuceneGallery masked) {
        this.models = models;
        this.bare = bare;
        this.masked = masked;
        this.thresholds = Thresholds.of(models.embedderCard());
        this.matcher = new FaceMatcher(models.reader(), bare, masked, thresholds);
    }

    /**
     * @param modelCards  directory of the cards
     * @param models      directory of the model files
     * @param snapshot    references, as written by the vault
     * @param snapshotKey 32 bytes
     * @throws IOException if a model file is not the one its card pins, or the snapshot cannot be read; names the file
     */
    public static BundleScanner open(Path modelCards, Path models, Path snapshot, byte[] snapshotKey)
            throws IOException {
        FaceModels opened = FaceModels.open(modelCards, models);
        LuceneGallery bare = new LuceneGallery(opened.embedderCard().dimension());
        LuceneGallery masked = new LuceneGallery(opened.embedderCard().dimension());
        try {
            BundleScanner scanner = new BundleScanner(opened, bare, masked);
            ReferenceSnapshot.readInto(bare, masked, snapshot, snapshotKey, opened.embedderCard().version());
            LOG.info("event=gallery-loaded enrolees={} references={} model={} threshold={}",
                    scanner.enrolees(), scanner.references(), scanner.threshold().model(), scanner.threshold().cosine());
            return scanner;
        } catch (IOException | RuntimeException e) {
            opened.close();
            bare.close();
            masked.close();
            throw e;
        }
    }

    /** Looks at one picture. Broken ones are answers, not exceptions. */
    public ImageScan scan(byte[] image) {
        return scan(image, _ -> {});
    }

    /**
     * The same, for a caller who reads something else than faces in the picture: decoding it twice costs more than most
     * readings.
     *
     * @param decoded called with the pixels before the answer, unless they are refused; not to be kept
     */
    public ImageScan scan(byte[] image, Consumer<Picture> decoded) {
        requireNonNull(image, "image");
        return switch (decoder.decode(image)) {
            case Decoding.Refused refused -> new ImageScan.Refused(cause(refused.cause()), refused.reason());
            case Decoding.Decoded(Picture picture) -> {
                decoded.accept(picture);
                yield scan(picture);
            }
        };
    }

    private ImageScan scan(Picture picture) {
        List<FoundFace> faces = matcher.match(picture).stream().map(f -> inside(picture, f)).toList();
        return new ImageScan.Scanned(picture.width(), picture.height(), faces);
    }

    /** Detections may reach over the picture's edge; what leaves here does not. */
    private static FoundFace inside(Picture picture, FoundFace face) {
        return switch (face) {
            case FoundFace.Known k -> new FoundFace.Known(picture.clamp(k.box()), k.condition(), k.candidates());
            case FoundFace.Unknown u -> new FoundFace.Unknown(picture.clamp(u.box()), u.condition());
        };
    }

    private static ImageScan.Refused.Cause cause(Decoding.Cause cause) {
        return switch (cause) {
            case NOT_AN_IMAGE -> ImageScan.Refused.Cause.NOT_AN_IMAGE;
            case TRUNCATED -> ImageScan.Refused.Cause.TRUNCATED;
            case TOO_LARGE -> ImageScan.Refused.Cause.TOO_LARGE;
            case UNSUPPORTED -> ImageScan.Refused.Cause.UNSUPPORTED;
        };
    }

    /** How many people are looked for. */
    public int enrolees() {
        return bare.enrolees();
    }

    /** By how many references: one for bare faces and one for masked ones each. */
    public int references() {
        return bare.references() + masked.references();
    }

    /** From where on the comparison of a plain face makes a candidate. */
    public Threshold threshold() {
        return thresholds.at(Condition.PLAIN);
    }

    /** The same for each condition. */
    public Thresholds thresholds() {
        return thresholds;
    }

    @Override
    public void close() {
        bare.close();
        masked.close();
        models.close();
    }
}
