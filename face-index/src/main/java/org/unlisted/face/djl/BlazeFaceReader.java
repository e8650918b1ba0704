package org.unlisted.face.djl;

import java.util.ArrayList;
import java.util.List;
import org.unlisted.face.detect.BlazeFaceAnswer;
import org.unlisted.face.detect.Face;
import org.unlisted.face.detect.View;
import org.unlisted.face.detect.ViewReader;
import org.unlisted.face.image.Picture;

/** BlazeFace, a batch of views at a time. Thread-safe. */
final class BlazeFaceReader implements ViewReader {

    /** Views in one forward call: 8 x 3 x 256 x 256 floats are 6 MB. */
    private static final int BATCH = 8;

    private final PatchModel model;

    BlazeFaceReader(PatchModel model) {
        this.model = model;
    }

    @Override
    public List<List<Face>> read(Picture picture, List<View> views, float minScore) {
        List<List<Face>> faces = new ArrayList<>(views.size());
        for (int from = 0; from < views.size(); from += BATCH) {
            List<View> batch = views.subList(from, Math.min(views.size(), from + BATCH));
            BlazeFaceAnswer answer = new BlazeFaceAnswer(
                    model.forward(picture, batch.stream().map(v -> v.toPicture(model.size())).toList()));
            for (int i = 0; i < batch.size(); i++) faces.add(answer.faces(i, batch.get(i), minScore));
        }
        return faces;
    }
}
