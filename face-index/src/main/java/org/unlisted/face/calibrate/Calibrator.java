package org.unlisted.face.calibrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.face.djl.FaceModels;
import org.unlisted.face.embed.EmbeddedFace;
import org.unlisted.face.embed.Embedding;
import org.unlisted.face.image.Box;
import org.unlisted.face.image.Decoding;
import org.unlisted.face.image.ImageDecoder;
import org.unlisted.face.image.ImageLimits;
import org.unlisted.face.image.Picture;

/**
 * Runs labelled pairs through this module's own detection, alignment and embedding. Answers with numbers only: which
 * faces are alike stays inside. Close it to free the models.
 */
public final class Calibrator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Calibrator.class);
    private static final int PROGRESS = 500;

    private final FaceModels models;
    private final ImageDecoder decoder = new ImageDecoder(ImageLimits.standard());

    private Calibrator(FaceModels models) {
        this.models = models;
    }

    /**
     * @param modelCards directory of the cards
     * @param models     directory of the model files
     */
    public static Calibrator open(Path modelCards, Path models) throws IOException {
        return new Calibrator(FaceModels.open(modelCards, models));
    }

    /**
     * @param csv lines {@code path_a,path_b,mated} below that header; paths relative to it
     * @throws IllegalArgumentException if the file cannot be understood, or too few pairs remain to say anything
     */
    public CalibrationReport run(Path csv) throws IOException {
        LabelledPairs labelled = LabelledPairs.read(csv);
        Set<Path> images = new LinkedHashSet<>();
        for (LabelledPairs.Pair pair : labelled.pairs()) {
            images.add(pair.a());
            images.add(pair.b());
        }
        Map<Path, Embedding> embedded = new HashMap<>();
        int looked = 0;
        for (Path image : images) {
            subject(image).ifPresent(e -> embedded.put(image, e));
            if (++looked % PROGRESS == 0) LOG.info("event=calibrating images={} of={}", looked, images.size());
        }
        return new Evaluation(models.embedderCard().id(), images.size(), embedded).report(labelled);
    }

    /** The face nearest to the picture's middle: a labelled picture is about one person. */
    private Optional<Embedding> subject(Path image) throws IOException {
        return switch (decoder.decode(Files.readAllBytes(image))) {
            case Decoding.Refused _, Decoding.Cut _ -> Optional.empty();
            case Decoding.Decoded decoded -> models.reader().read(decoded.picture()).stream()
                    .min(Comparator.comparingDouble(f -> fromMiddle(f, decoded.picture())))
                    .map(EmbeddedFace::embedding);
        };
    }

    private static double fromMiddle(EmbeddedFace face, Picture picture) {
        Box box = face.face().box();
        return Math.hypot(
                (box.left() + box.right() - picture.width()) / 2.0,
                (box.top() + box.bottom() - picture.height()) / 2.0);
    }

    @Override
    public void close() {
        models.close();
    }
}
