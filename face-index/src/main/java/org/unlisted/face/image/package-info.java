/**
 * Pictures made safe: bytes of unknown origin become pixels within limits, upright, or a reason why not.
 */
@NullMarked
package org.unlisted.face.image;

import org.jspecify.annotations.NullMarked;
