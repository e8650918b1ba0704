package org.unlisted.face.embed;

import java.util.List;
import org.unlisted.face.detect.Face;
import org.unlisted.face.image.Picture;

/** Finds eyes, nose and mouth of detected faces. */
public interface Landmarker {

    /** One set of landmarks a face, in the faces' order. */
    List<Landmarks> locate(Picture picture, List<Face> faces);
}
