package org.unlisted.face.enrol;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.unlisted.face.djl.FaceModels;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.face.image.ImageDecoder;
import org.unlisted.face.image.ImageLimits;
import org.unlisted.face.model.ModelCard;
import org.unlisted.face.quality.Condition;

/** Where the application enrols people: models, rules and vault in one. Thread-safe. Close it to free the models. */
public final class EnrolmentDesk implements AutoCloseable {

    /** Two photos of one person are expected to be at least as alike as a candidate and its reference. */
    private static final double FALSE_MATCH_RATE = 1e-4;

    private final FaceModels models;
    private final Enroller enroller;
    private final ReferenceVault vault;

    private EnrolmentDesk(FaceModels models, Enroller enroller, ReferenceVault vault) {
        this.models = models;
        this.enroller = enroller;
        this.vault = vault;
    }

    /**
     * @param modelCards directory of the cards
     * @param models     directory of the model files
     * @throws IOException if a model file is missing or is not the one its card pins
     */
    public static EnrolmentDesk open(Path modelCards, Path models, ReferenceVault vault) throws IOException {
        requireNonNull(vault, "vault");
        FaceModels opened = FaceModels.open(modelCards, models);
        ModelCard embedder = opened.embedderCard();
        double threshold = embedder.calibrationTable().at(Condition.PLAIN, FALSE_MATCH_RATE).cosine();
        Enroller enroller = new Enroller(
                new ImageDecoder(ImageLimits.standard()),
                opened.reader(),
                embedder.version(),
                EnrolmentRules.standard(threshold));
        return new EnrolmentDesk(opened, enroller, vault);
    }

    /** Enrols and stores, or refuses and stores nothing. */
    public EnrolmentOutcome enrol(EnroleeId id, List<NamedPhoto> photos) throws IOException {
        EnrolmentOutcome outcome = enroller.enrol(id, photos);
        switch (outcome) {
            case EnrolmentOutcome.Enrolled enrolled -> vault.store(enrolled.references());
            case EnrolmentOutcome.Refused _ -> { }
        }
        return outcome;
    }

    @Override
    public void close() {
        models.close();
    }
}
