/**
 * Thresholds from labelled pairs: false match and false non-match rates of the model as this module runs it.
 */
@NullMarked
package org.unlisted.face.calibrate;

import org.jspecify.annotations.NullMarked;
