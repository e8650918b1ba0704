/**
 * Starts the process of a sweep, listens to it, and ends it when this process ends.
 */
@NullMarked
package org.unlisted.console.run;

import org.jspecify.annotations.NullMarked;
