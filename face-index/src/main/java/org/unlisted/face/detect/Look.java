package org.unlisted.face.detect;

/** How much work a face is worth. Embeddings of both kinds may be compared; careful ones are told apart better. */
public enum Look {
    /** one pass of each network: enough to say of nearly every stranger that they are not in the gallery */
    GLANCE,
    /** each network sees the face mirrored as well, and a covered face's keypoints are looked for again */
    CAREFUL
}
