/**
 * What the console and the process of a sweep say to each other: one order in by standard input, events out by standard
 * output, one JSON object a line.
 */
@NullMarked
package org.unlisted.sweep.protocol;

import org.jspecify.annotations.NullMarked;
