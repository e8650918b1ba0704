/**
 * Sightings: plain values that a sweep hands over. No vectors, no pictures of anybody.
 */
@NullMarked
package org.unlisted.takedown.sighting;

import org.jspecify.annotations.NullMarked;
