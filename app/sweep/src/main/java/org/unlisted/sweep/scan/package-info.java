/**
 * The scan of a handed-in bundle: this process reads and counts, worker processes look for faces. What crosses the
 * border between them is files one way, and counts and sightings the other; no embedding.
 */
@NullMarked
package org.unlisted.sweep.scan;

import org.jspecify.annotations.NullMarked;
