package org.unlisted.face.embed;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unlisted.face.detect.Face;
import org.unlisted.face.detect.FaceDetector;
import org.unlisted.face.detect.Landmarker;
import org.unlisted.face.detect.Landmarks;
import org.unlisted.face.detect.Look;
import org.unlisted.face.image.Box;
import org.unlisted.face.image.Picture;
import org.unlisted.face.image.Similarity;
import org.unlisted.face.mask.CoverMeter;
import org.unlisted.face.mask.MaskPainter;
import org.unlisted.face.mask.MaskShape;
import org.unlisted.face.quality.Condition;
import org.unlisted.face.quality.FaceQuality;
import org.unlisted.face.quality.QualityMeter;

/** The way from a picture to embeddings: detect, locate landmarks, measure, align, embed. As thread-safe as its parts. */
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
    public List<EmbeddedFace> read(Picture picture, Look look) {
        return read(picture, detector.detect(picture), look);
    }

    /** These faces of the picture, in their order. */
    public List<EmbeddedFace> read(Picture picture, List<Face> faces, Look look) {
        List<Located> located = locate(picture, faces, look);
        List<Similarity> alignments = new ArrayList<>();
        for (Located l : located) {
            if (l.isMaybeBare()) alignments.add(Aligner.bare(l.landmarks()));
            if (l.isMaybeCovered()) alignments.add(Aligner.covered(l.face(), l.landmarks()));
        }
        List<Embedding> embeddings = embedder.embed(picture, alignments, look);
        List<EmbeddedFace> read = new ArrayList<>(faces.size());
        int next = 0;
        for (Located l : located) {
            Optional<Embedding> bare = l.isMaybeBare() ? Optional.of(embeddings.get(next++)) : Optional.empty();
            Optional<Embedding> covered = l.isMaybeCovered() ? Optional.of(embeddings.get(next++)) : Optional.empty();
            read.add(new EmbeddedFace(l.face(), l.quality(), bare, covered));
        }
        return List.copyOf(read);
    }

    /** A bare face as it would look with a mask of each shape. */
    public List<Embedding> masked(Picture picture, Face face) {
        Landmarks landmarks = landmarks(picture, face);
        Box box = face.box();
        Box around = picture.clamp(new Box(
                box.left() - box.width(), box.top() - box.height(), box.right() + box.width(), box.bottom() + box.height()));
        Picture part = picture.crop(around);
        Landmarks inPart = landmarks.shifted(-around.left(), -around.top());
        List<Similarity> alignment = List.of(Aligner.bare(inPart));
        List<Embedding> masked = new ArrayList<>();
        for (MaskShape shape : MaskShape.values())
            masked.addAll(embedder.embed(MaskPainter.paint(part, inPart, shape, shape.colour()), alignment, Look.CAREFUL));
        return List.copyOf(masked);
    }

    /** Landmarks of a bare face. */
    public Landmarks landmarks(Picture picture, Face face) {
        return landmarker.locate(picture, List.of(face), Look.CAREFUL).getFirst();
    }

    /** Where a covered face is worth a careful look, its keypoints are looked for once more. */
    private List<Located> locate(Picture picture, List<Face> faces, Look look) {
        List<Double> covers = faces.stream().map(f -> CoverMeter.logOdds(picture, Aligner.rough(f))).toList();
        List<Face> placed = new ArrayList<>(faces.size());
        for (int i = 0; i < faces.size(); i++)
            placed.add(look == Look.CAREFUL && covers.get(i) > 0 ? detector.refine(picture, faces.get(i)) : faces.get(i));
        List<Landmarks> landmarks = landmarker.locate(picture, placed, look);
        List<Located> located = new ArrayList<>(faces.size());
        for (int i = 0; i < faces.size(); i++) {
            Face face = placed.get(i);
            FaceQuality quality = QualityMeter.measure(
                    picture, face, landmarks.get(i), Aligner.bare(landmarks.get(i)), covers.get(i));
            located.add(new Located(face, landmarks.get(i), quality));
        }
        return located;
    }

    private record Located(Face face, Landmarks landmarks, FaceQuality quality) {

        boolean isMaybeBare() {
            return quality.condition() != Condition.MASKED || quality.isCoverDoubtful();
        }

        boolean isMaybeCovered() {
            return quality.condition() == Condition.MASKED || quality.isCoverDoubtful();
        }
    }
}
