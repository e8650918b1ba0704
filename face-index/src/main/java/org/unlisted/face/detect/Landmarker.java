package org.unlisted.face.detect;

import java.util.List;
import org.unlisted.face.image.Picture;

/** Finds eyes, nose and mouth of detected faces. */
public interface Landmarker {

    /** One set of landmarks a face, in the faces' order; careful ones are the mean of two looks. */
    List<Landmarks> locate(Picture picture, List<Face> faces, Look look);
}
