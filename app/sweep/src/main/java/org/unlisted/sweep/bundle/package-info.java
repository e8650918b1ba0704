/**
 * What lies in a handed-in bundle: folders, zips, tars and what lies in them, one item after another. Everything is
 * bounded, nothing is unpacked to a disk, and whatever is refused is named. Knows nothing of faces. The only package
 * that imports Commons Compress.
 */
@NullMarked
package org.unlisted.sweep.bundle;

import org.jspecify.annotations.NullMarked;
