package org.unlisted.face.djl;

import java.util.ArrayList;
import java.util.List;
import org.unlisted.face.detect.BlazeFaceAnswer;
import org.unlisted.face.detect.Duplicates;
import org.unlisted.face.detect.Face;
import org.unlisted.face.detect.FaceDetector;
import org.unlisted.face.detect.View;
import org.unlisted.face.image.Picture;
import org.unlisted.face.image.Similarity;

/** BlazeFace over the whole picture and, where it is large, over tiles. Thread-safe. */
final class BlazeFaceDetector implements FaceDetector {

    /** MediaPipe's own default is 0.5. */
    private static final float MIN_SCORE = 0.5f;

    /** Views in one forward call: 8 x 3 x 256 x 256 floats are 6 MB. */
    private static final int BATCH = 8;

    private final PatchModel model;

    BlazeFaceDetector(PatchModel model) {
        this.model = model;
    }

    @Override
    public List<Face> detect(Picture picture) {
        List<Face> faces = detect(picture, View.of(picture.width(), picture.height()));
        return faces.isEmpty()
                ? detect(picture, List.of(View.withBorder(picture.width(), picture.height())))
                : faces;
    }

    private List<Face> detect(Picture picture, List<View> views) {
        List<Face> faces = new ArrayList<>();
        for (int from = 0; from < views.size(); from += BATCH) {
            List<View> batch = views.subList(from, Math.min(views.size(), from + BATCH));
            BlazeFaceAnswer answer = look(picture, batch);
            for (int i = 0; i < batch.size(); i++)
                faces.addAll(whole(answer.faces(i, batch.get(i)), batch.get(i), picture));
        }
        return Duplicates.remove(faces);
    }

    private BlazeFaceAnswer look(Picture picture, List<View> views) {
        List<Similarity> patches = views.stream()
                .map(v -> model.square(v.left(), v.top(), v.side()))
                .toList();
        return new BlazeFaceAnswer(model.forward(picture, patches), MIN_SCORE);
    }

    /** Without those that the view's border cuts, and those whose middle lies outside the picture. */
    private static List<Face> whole(List<Face> faces, View view, Picture picture) {
        return faces.stream()
                .filter(f -> !view.cuts(f.box(), picture.width(), picture.height()))
                .filter(f -> inside((f.box().left() + f.box().right()) / 2, picture.width()))
                .filter(f -> inside((f.box().top() + f.box().bottom()) / 2, picture.height()))
                .toList();
    }

    private static boolean inside(int middle, int length) {
        return middle >= 0 && middle < length;
    }
}
