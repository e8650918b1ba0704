package org.unlisted.face.djl;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.unlisted.face.detect.Look;
import org.unlisted.face.embed.Aligner;
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
    public List<Embedding> embed(Picture picture, List<Similarity> alignments, Look look) {
        if (alignments.isEmpty()) return List.of();
        int faces = alignments.size();
        double scale = (double) Aligner.PATCH / model.size();
        List<Similarity> patches = alignments.stream().map(a -> a.ofPatch(scale)).toList();
        return switch (look) {
            case GLANCE -> embeddings(model.forward(picture, patches).getFirst(), faces);
            case CAREFUL -> {
                List<Embedding> both = embeddings(model.forwardBothWays(picture, patches).getFirst(), 2 * faces);
                List<Embedding> means = new ArrayList<>(faces);
                for (int i = 0; i < faces; i++) means.add(both.get(i).mean(both.get(faces + i)));
                yield means;
            }
        };
    }

    private List<Embedding> embeddings(float[] values, int count) {
        if (values.length != count * dimension())
            throw new IllegalStateException(model.card().file() + " answers " + values.length / count
                    + " values a face, its card says " + dimension());
        List<Embedding> embeddings = new ArrayList<>(count);
        for (int from = 0; from < values.length; from += dimension())
            embeddings.add(Embedding.of(Arrays.copyOfRange(values, from, from + dimension())));
        return embeddings;
    }
}
