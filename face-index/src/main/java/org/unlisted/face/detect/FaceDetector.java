package org.unlisted.face.detect;

import java.util.List;
import org.unlisted.face.image.Picture;

/** Finds every face in a picture. */
public interface FaceDetector {

    /** Best detection first; empty where there is no face. */
    List<Face> detect(Picture picture);

    /** The same face with its keypoints placed as the mean of two more looks; itself if those do not find it. */
    Face refine(Picture picture, Face face);
}
