package org.unlisted.face.scan;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.face.djl.FaceModels;
import org.unlisted.face.embed.EmbeddedFace;
import org.unlisted.face.enrol.ReferenceSnapshot;
import org.unlisted.face.gallery.Candidate;
import org.unlisted.face.gallery.Gallery;
import org.unlisted.face.image.Box;
import org.unlisted.face.image.Decoding;
import org.unlisted.face.image.ImageDecoder;
import org.unlisted.face.image.ImageLimits;
import org.unlisted.face.image.Picture;
import org.unlisted.face.lucene.LuceneGallery;
import org.unlisted.face.model.ModelCard;

/**
 * Says whether somebody enrolled is in a picture of an offer. The only way from a picture to identities, and it answers
 * with enrolees only: of everybody else nothing is kept. Thread-safe. Close it to free models and gallery.
 */
public final class BundleScanner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BundleScanner.class);

    /** Of a comparison. A search of N references sees about N times as many false alarms: FPIR, state N with it. */
    private static final double FALSE_MATCH_RATE = 1e-4;

    /** Relatives look alike; more than a few candidates for one face would be a broken threshold. */
    private static final int CANDIDATES = 5;

    private final FaceModels models;
    private final LuceneGallery gallery;
    private final Threshold threshold;
    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.standard());

    private BundleScanner(FaceModels models, LuceneGallery gallery, Threshold threshold) {
        this.models = models;
        this.gallery = gallery;
        this.threshold = threshold;
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
        LuceneGallery gallery = new LuceneGallery(opened.embedderCard().dimension());
        try {
            BundleScanner scanner = new BundleScanner(opened, gallery, threshold(opened.embedderCard()));
            scanner.load(gallery, snapshot, snapshotKey);
            return scanner;
        } catch (IOException | RuntimeException e) {
            opened.close();
            gallery.close();
            throw e;
        }
    }

    private void load(Gallery target, Path snapshot, byte[] snapshotKey) throws IOException {
        ReferenceSnapshot.readInto(target, snapshot, snapshotKey, threshold.model());
        LOG.info("event=gallery-loaded enrolees={} references={} model={} threshold={}",
                target.enrolees(), target.references(), threshold.model(), threshold.cosine());
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
                yield new ImageScan.Scanned(picture.width(), picture.height(), faces(picture));
            }
            case Decoding.Cut cut -> {
                decoded.accept(cut.sound());
                yield scanned(cut);
            }
        };
    }

    /** Only what was really in the file is looked at; places are those in the whole picture. */
    private ImageScan scanned(Decoding.Cut cut) {
        Box place = cut.place();
        List<ImageScan.FoundFace> found = faces(cut.sound()).stream()
                .map(f -> new ImageScan.FoundFace(f.box().shifted(place.left(), place.top()), f.candidates()))
                .toList();
        return new ImageScan.Scanned(cut.width(), cut.height(), found);
    }

    private List<ImageScan.FoundFace> faces(Picture picture) {
        List<EmbeddedFace> faces = models.reader().read(picture);
        List<List<Candidate>> candidates = gallery.search(
                faces.stream().map(EmbeddedFace::embedding).toList(), CANDIDATES, (float) threshold.cosine());
        List<ImageScan.FoundFace> found = new ArrayList<>(faces.size());
        for (int i = 0; i < faces.size(); i++)
            found.add(new ImageScan.FoundFace(
                    picture.clamp(faces.get(i).face().box()), candidates.get(i)));
        return found;
    }

    private static ImageScan.Refused.Cause cause(Decoding.Cause cause) {
        return switch (cause) {
            case NOT_AN_IMAGE -> ImageScan.Refused.Cause.NOT_AN_IMAGE;
            case TRUNCATED -> ImageScan.Refused.Cause.TRUNCATED;
            case TOO_LARGE -> ImageScan.Refused.Cause.TOO_LARGE;
            case UNSUPPORTED -> ImageScan.Refused.Cause.UNSUPPORTED;
        };
    }

    private static Threshold threshold(ModelCard embedder) {
        double cosine = embedder.calibrationTable().at(FALSE_MATCH_RATE).cosine();
        return new Threshold(cosine, FALSE_MATCH_RATE, embedder.id());
    }

    /** How many people are looked for. */
    public int enrolees() {
        return gallery.enrolees();
    }

    /** By how many references. */
    public int references() {
        return gallery.references();
    }

    /** From where on a comparison makes a candidate. */
    public Threshold threshold() {
        return threshold;
    }

    @Override
    public void close() {
        gallery.close();
        models.close();
    }
}
