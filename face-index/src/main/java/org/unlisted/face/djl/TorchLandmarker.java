package org.unlisted.face.djl;

import java.util.ArrayList;
import java.util.List;
import org.unlisted.face.detect.Face;
import org.unlisted.face.embed.Landmarker;
import org.unlisted.face.embed.Landmarks;
import org.unlisted.face.image.Box;
import org.unlisted.face.image.Picture;
import org.unlisted.face.image.Point;
import org.unlisted.face.image.Similarity;

/** 68 landmarks from a square around the detector's box. Thread-safe. */
final class TorchLandmarker implements Landmarker {

    /** Side of the square in sides of the box. Chosen on labelled pairs, see docs/quality/faces.md. */
    private static final double MARGIN = 1.3;

    private static final int POINTS = 68;

    private final PatchModel model;

    TorchLandmarker(PatchModel model) {
        this.model = model;
    }

    @Override
    public List<Landmarks> locate(Picture picture, List<Face> faces) {
        List<Similarity> squares = faces.stream().map(f -> square(f.box())).toList();
        float[] shares = model.forward(picture, squares).getFirst();
        List<Landmarks> landmarks = new ArrayList<>(faces.size());
        for (int i = 0; i < faces.size(); i++) landmarks.add(landmarks(shares, i * 2 * POINTS, squares.get(i)));
        return landmarks;
    }

    private Similarity square(Box box) {
        double side = Math.max(box.width(), box.height()) * MARGIN;
        return model.square(
                (box.left() + box.right() - side) / 2, (box.top() + box.bottom() - side) / 2, side);
    }

    private Landmarks landmarks(float[] shares, int at, Similarity square) {
        int size = model.card().input().size();
        List<Point> points = new ArrayList<>(POINTS);
        for (int p = 0; p < POINTS; p++)
            points.add(square.apply(shares[at + 2 * p] * size, shares[at + 2 * p + 1] * size));
        return new Landmarks(points);
    }
}
