package org.unlisted.face.djl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unlisted.face.embed.Embedding;
import org.unlisted.face.embed.FaceEmbedder;
import org.unlisted.face.image.Picture;
import org.unlisted.face.image.Similarity;

/** Aligned faces through the recognition network. Thread-safe. */
final class TorchEmbedder implements FaceEmbedder {

    private final PatchModel model;

    TorchEmbedder(PatchModel model) {
        this.model = model;
    }

    @Override
    public int dimension() {
        return model.card().dimension();
    }

    @Override
    public List<Embedding> embed(Picture picture, List<Similarity> alignments) {
        if (alignments.isEmpty()) return List.of();
        float[] values = model.forward(picture, alignments).getFirst();
        if (values.length != alignments.size() * dimension())
            throw new IllegalStateException(model.card().file() + " answers " + values.length / alignments.size()
                    + " values a face, its card says " + dimension());
        List<Embedding> embeddings = new ArrayList<>(alignments.size());
        for (int from = 0; from < values.length; from += dimension())
            embeddings.add(Embedding.of(Arrays.copyOfRange(values, from, from + dimension())));
        return embeddings;
    }
}
