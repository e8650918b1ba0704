/**
 * The one door into the module for pictures of an offer: bytes in, candidates among the enrolled out. Embeddings stay
 * behind it, and those of strangers die here.
 */
@NullMarked
package org.unlisted.face.scan;

import org.jspecify.annotations.NullMarked;
