/**
 * Where the faces in a picture are: whole picture and tiles, raw answers of the network to boxes and keypoints,
 * duplicates removed.
 */
@NullMarked
package org.unlisted.face.detect;

import org.jspecify.annotations.NullMarked;
