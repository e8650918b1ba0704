package org.unlisted.face.embed;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.unlisted.face.detect.Face;
import org.unlisted.face.detect.FaceDetector;
import org.unlisted.face.image.Picture;

/** The way from a picture to embeddings: detect, locate landmarks, align, embed. As thread-safe as its parts. */
public final class FaceReader {

    private final FaceDetector detector;
    private final Landmarker landmarker;
    private final FaceEmbedder embedder;

    public FaceReader(FaceDetector detector, Landmarker landmarker, FaceEmbedder embedder) {
        this.detector = requireNonNull(detector, "detector");
        this.landmarker = requireNonNull(landmarker, "landmarker");
        this.embedder = requireNonNull(embedder, "embedder");
    }

    /** Every face of the picture, best detection first. */
    public List<EmbeddedFace> read(Picture picture) {
        List<Face> faces = detector.detect(picture);
        if (faces.isEmpty()) return List.of();
        List<Landmarks> landmarks = landmarker.locate(picture, faces);
        List<Embedding> embeddings =
                embedder.embed(picture, landmarks.stream().map(Aligner::align).toList());
        List<EmbeddedFace> read = new ArrayList<>(faces.size());
        for (int i = 0; i < faces.size(); i++) read.add(new EmbeddedFace(faces.get(i), embeddings.get(i)));
        return List.copyOf(read);
    }
}
