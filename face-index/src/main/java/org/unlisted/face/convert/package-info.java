/**
 * From published weights to TorchScript: reads tfjs and tflite files and writes archives that PyTorch runs whole.
 * Used by the build only; the same input gives the same bytes, so that a SHA-256 can pin the result.
 */
@NullMarked
package org.unlisted.face.convert;

import org.jspecify.annotations.NullMarked;
