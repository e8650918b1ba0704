/**
 * All references searched, and how: exactly, in batches, in memory only. {@link org.unlisted.face.gallery.ExactGallery}
 * is the oracle for every other implementation.
 */
@NullMarked
package org.unlisted.face.gallery;

import org.jspecify.annotations.NullMarked;
