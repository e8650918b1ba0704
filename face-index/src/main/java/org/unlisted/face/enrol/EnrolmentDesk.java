package org.unlisted.face.enrol;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.unlisted.face.djl.FaceModels;
import org.unlisted.face.gallery.EnroleeId;
import org.unlisted.face.image.ImageDecoder;
import org.unlisted.face.image.ImageLimits;
import org.unlisted.face.model.ModelCard;
import org.unlisted.face.model.ModelCards;
import org.unlisted.face.model.Role;
import org.unlisted.face.quality.Condition;

/** Where the application enrols people: models, rules and vault in one. Thread-safe. Close it to free the models. */
public final class EnrolmentDesk implements AutoCloseable {

    /** Two photos of one person are expected to be at least as alike as a candidate and its reference. */
    private static final double FALSE_MATCH_RATE = 1e-4;

    private static final Logger LOG = LoggerFactory.getLogger(EnrolmentDesk.class);

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

    /**
     * Makes new references of kept photos wherever another model made the old ones. Each person's change at once or not at
     * all, so it may be broken off and called again. Models are opened only if there is something to do.
     *
     * @param progress is told how many people are done
     */
    public static Renewal renew(Path modelCards, Path models, ReferenceVault vault, IntConsumer progress) throws IOException {
        String version = ModelCards.read(modelCards).get(Role.EMBEDDER).version();
        List<EnroleeId> stale = new ArrayList<>();
        for (EnroleeId id : vault.enrolees())
            if (vault.model(id).filter(m -> !m.equals(version)).isPresent()) stale.add(id);
        if (stale.isEmpty()) return new Renewal(0, List.of());
        try (EnrolmentDesk desk = open(modelCards, models, vault)) {
            return desk.renew(stale, progress);
        }
    }

    private Renewal renew(List<EnroleeId> stale, IntConsumer progress) throws IOException {
        List<EnroleeId> unable = new ArrayList<>();
        int renewed = 0;
        int done = 0;
        for (EnroleeId id : stale) {
            Optional<ReferenceSet> old = vault.find(id);
            Optional<ReferenceSet> made = old.flatMap(enroller::renewed);
            if (made.isPresent() && vault.replace(made.get())) renewed++;
            else if (old.isPresent() && made.isEmpty()) unable.add(id);
            progress.accept(++done);
        }
        LOG.info("event=references-renewed renewed={} unable={}", renewed, unable.size());
        return new Renewal(renewed, unable);
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
