package org.unlisted.face.djl;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.unlisted.face.image.PatchSampler;
import org.unlisted.face.image.Picture;
import org.unlisted.face.image.Similarity;
import org.unlisted.face.model.ModelCard;
import org.unlisted.face.model.ModelCards;
import org.unlisted.face.model.Role;

/** A network that looks at square patches of a picture, with the input format of its card. Thread-safe. */
final class PatchModel implements AutoCloseable {

    private final TorchModel network;
    private final ModelCard card;

    private PatchModel(TorchModel network, ModelCard card) {
        this.network = network;
        this.card = card;
    }

    static PatchModel load(ModelCards cards, Role role, Path models) throws IOException {
        return new PatchModel(TorchModel.load(cards.verifiedFile(role, models)), cards.get(role));
    }

    ModelCard card() {
        return card;
    }

    /** From this network's patch to the upright square at that place. */
    Similarity square(double left, double top, double side) {
        return Similarity.ofSquare(left, top, side, card.input().size());
    }

    /** px a side of the patches that this network looks at. */
    int size() {
        return card.input().size();
    }

    /** Patches that are filled already, {@code 3 x size x size} values each, in one forward call. */
    List<float[]> forward(float[] patches, int count) {
        return network.forward(patches, count, 3, size(), size());
    }

    /** All patches in one forward call, then the same patches mirrored: twice as many answers. */
    List<float[]> forwardBothWays(Picture picture, List<Similarity> patches) {
        int size = size();
        int values = 3 * size * size;
        float[] input = new float[2 * patches.size() * values];
        for (int i = 0; i < patches.size(); i++) {
            int mirrored = (patches.size() + i) * values;
            PatchSampler.sample(picture, patches.get(i), size, size, card.input().planes(), input, i * values);
            System.arraycopy(input, i * values, input, mirrored, values);
            PatchSampler.mirror(input, mirrored, size, size);
        }
        return network.forward(input, 2L * patches.size(), 3, size, size);
    }

    /** All patches in one forward call. */
    List<float[]> forward(Picture picture, List<Similarity> patches) {
        int size = card.input().size();
        int values = 3 * size * size;
        float[] input = new float[patches.size() * values];
        for (int i = 0; i < patches.size(); i++)
            PatchSampler.sample(picture, patches.get(i), size, size, card.input().planes(), input, i * values);
        return network.forward(input, patches.size(), 3, size, size);
    }

    @Override
    public void close() {
        network.close();
    }
}
