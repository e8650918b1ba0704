/**
 * The only package that imports Lucene: the gallery's index of record, in memory, and the exact batched scan of it.
 */
@NullMarked
package org.unlisted.face.lucene;

import org.jspecify.annotations.NullMarked;
