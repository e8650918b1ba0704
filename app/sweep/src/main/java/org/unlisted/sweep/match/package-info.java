/**
 * Where an offer's picture meets the gallery. Everything about a picture in which nobody enrolled is found ends here.
 */
@NullMarked
package org.unlisted.sweep.match;

import org.jspecify.annotations.NullMarked;
