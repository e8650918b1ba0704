package org.unlisted.face.detect;

import java.util.List;
import org.unlisted.face.image.Picture;

/** Finds every face in a picture. */
public interface FaceDetector {

    /** Best detection first; empty where there is no face. */
    List<Face> detect(Picture picture);
}
