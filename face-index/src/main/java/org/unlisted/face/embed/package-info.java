/**
 * From a face to a unit vector: alignment on 68 landmarks, one forward call for all faces of a picture.
 */
@NullMarked
package org.unlisted.face.embed;

import org.jspecify.annotations.NullMarked;
