package org.unlisted.face.detect;

import java.util.List;
import org.unlisted.face.image.Picture;

/** A network that finds faces in square views. */
public interface ViewReader {

    /**
     * One look at each view.
     *
     * @param minScore of the faces that are answered
     * @return one list a view, in px of the picture, with duplicates
     */
    List<List<Face>> read(Picture picture, List<View> views, float minScore);
}
