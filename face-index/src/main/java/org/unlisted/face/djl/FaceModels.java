package org.unlisted.face.djl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.unlisted.face.detect.PyramidDetector;
import org.unlisted.face.embed.FaceReader;
import org.unlisted.face.model.ModelCard;
import org.unlisted.face.model.ModelCards;
import org.unlisted.face.model.Role;

/** The three networks, loaded and checked against their cards. Thread-safe. Close it to free their memory. */
public final class FaceModels implements AutoCloseable {

    private final Map<Role, PatchModel> models;
    private final FaceReader reader;

    private FaceModels(Map<Role, PatchModel> models) {
        this.models = models;
        this.reader = new FaceReader(
                new PyramidDetector(new BlazeFaceReader(get(Role.DETECTOR))),
                new TorchLandmarker(get(Role.LANDMARKS)),
                new TorchEmbedder(get(Role.EMBEDDER)));
    }

    /**
     * @param cardsDir directory of the model cards
     * @param models   directory of the model files
     * @throws IllegalArgumentException if the embedder's card has no calibration
     * @throws IOException              if a file is missing, differs from its card's SHA-256, is no TorchScript, or
     *                                  fails its self-test
     */
    public static FaceModels open(Path cardsDir, Path models) throws IOException {
        ModelCards.read(cardsDir).get(Role.EMBEDDER).calibrationTable();
        return openUncalibrated(cardsDir, models);
    }

    /** The same for those who are about to make the calibration. */
    public static FaceModels openUncalibrated(Path cardsDir, Path models) throws IOException {
        ModelCards cards = ModelCards.read(cardsDir);
        Map<Role, PatchModel> loaded = new EnumMap<>(Role.class);
        try {
            for (Role role : Role.values()) {
                PatchModel model = PatchModel.load(cards, role, models);
                loaded.put(role, model);
                if (role == Role.EMBEDDER) SelfTest.check(model);
            }
        } catch (IOException | RuntimeException e) {
            loaded.values().forEach(PatchModel::close);
            throw e;
        }
        return new FaceModels(loaded);
    }

    /** From picture to embeddings, with these networks. */
    public FaceReader reader() {
        return reader;
    }

    /** The card of the network whose cosines are compared. */
    public ModelCard embedderCard() {
        return get(Role.EMBEDDER).card();
    }

    @Override
    public void close() {
        models.values().forEach(PatchModel::close);
    }

    private PatchModel get(Role role) {
        PatchModel model = models.get(role);
        if (model == null) throw new IllegalStateException("every role was loaded: " + role);
        return model;
    }
}
