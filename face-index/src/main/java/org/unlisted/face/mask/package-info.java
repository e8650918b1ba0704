/**
 * Covered faces: what a face mask hides, how one looks when it is painted over the landmarks of a bare face, and how
 * to tell that the lower half of a face is covered.
 */
@NullMarked
package org.unlisted.face.mask;

import org.jspecify.annotations.NullMarked;
