/**
 * The only package that imports DJL: TorchScript models run by PyTorch on the CPU.
 */
@NullMarked
package org.unlisted.face.djl;

import org.jspecify.annotations.NullMarked;
