package org.unlisted.face.detect;

import java.util.ArrayList;
import java.util.List;
import org.unlisted.face.image.Box;
import org.unlisted.face.image.Point;
import org.unlisted.face.image.Similarity;

/**
 * Reads BlazeFace's raw answer (Bazarevsky et al. 2019, back camera model): a 16 x 16 grid with two and an 8 x 8 grid
 * with six anchors a cell. An anchor gives a logit and 16 numbers in px of the 256 x 256 input, relative to the cell's
 * centre: box centre, box size, six keypoints.
 */
public final class BlazeFaceAnswer {

    private static final int INPUT = 256;
    private static final int VALUES = 16;
    private static final int KEYPOINTS = 6;

    /** Anchors in the answer's order: row by row, cell by cell. Scores and boxes name their places in the answer. */
    private record Grid(int cells, int perCell, int scores, int boxes) {

        int anchors() {
            return cells * cells * perCell;
        }

        double centreX(int anchor) {
            int column = anchor / perCell % cells;
            return (column + 0.5) * INPUT / cells;
        }

        double centreY(int anchor) {
            int row = anchor / perCell / cells;
            return (row + 0.5) * INPUT / cells;
        }
    }

    private static final List<Grid> GRIDS = List.of(new Grid(16, 2, 0, 2), new Grid(8, 6, 1, 3));

    private final List<float[]> tensors;

    /** @param tensors scores of the fine and the coarse grid, then their boxes, for a batch of views */
    public BlazeFaceAnswer(List<float[]> tensors) {
        if (tensors.size() != 4) throw new IllegalArgumentException("four tensors, not " + tensors.size());
        this.tensors = List.copyOf(tensors);
    }

    /**
     * The faces of the {@code index}-th view of the batch, duplicates and all. px of the picture that it is a view of.
     *
     * @param minScore 0 to 1
     */
    public List<Face> faces(int index, View view, float minScore) {
        List<Face> faces = new ArrayList<>();
        Similarity toPicture = view.toPicture(INPUT);
        for (Grid grid : GRIDS) {
            float[] scores = tensors.get(grid.scores());
            float[] values = tensors.get(grid.boxes());
            for (int anchor = 0; anchor < grid.anchors(); anchor++) {
                int at = index * grid.anchors() + anchor;
                float score = (float) (1 / (1 + Math.exp(-scores[at])));
                if (score >= minScore) faces.add(face(grid, anchor, values, at * VALUES, score, toPicture));
            }
        }
        return faces;
    }

    /** The box stays upright however the view is turned: its sides are about equal. */
    private static Face face(Grid grid, int anchor, float[] values, int at, float score, Similarity toPicture) {
        double x = grid.centreX(anchor);
        double y = grid.centreY(anchor);
        Point centre = toPicture.apply(x + values[at], y + values[at + 1]);
        double halfWidth = Math.max(1, values[at + 2] * toPicture.scale() / 2);
        double halfHeight = Math.max(1, values[at + 3] * toPicture.scale() / 2);
        List<Point> keypoints = new ArrayList<>(KEYPOINTS);
        for (int k = 0; k < KEYPOINTS; k++)
            keypoints.add(toPicture.apply(x + values[at + 4 + 2 * k], y + values[at + 5 + 2 * k]));
        Box box = new Box(
                (int) Math.round(centre.x() - halfWidth),
                (int) Math.round(centre.y() - halfHeight),
                (int) Math.round(centre.x() + halfWidth),
                (int) Math.round(centre.y() + halfHeight));
        return new Face(box, keypoints, score);
    }
}
