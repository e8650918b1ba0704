package org.unlisted.face.embed;

import java.util.List;
import org.unlisted.face.detect.Look;
import org.unlisted.face.image.Picture;
import org.unlisted.face.image.Similarity;

/** Turns aligned faces into embeddings. */
public interface FaceEmbedder {

    /** Length of every embedding. */
    int dimension();

    /**
     * All faces of one picture in one forward call.
     *
     * @param alignments from the network's patch to the picture, one a face
     * @param look       careful embeddings are the mean of the face and its mirror image
     * @return one embedding an alignment, in their order
     */
    List<Embedding> embed(Picture picture, List<Similarity> alignments, Look look);
}
