package org.unlisted.face.model;

/** What a model is for. One card a role. */
public enum Role {
    /** picture to boxes and keypoints */
    DETECTOR,
    /** face crop to 68 landmarks */
    LANDMARKS,
    /** aligned face to embedding */
    EMBEDDER
}
