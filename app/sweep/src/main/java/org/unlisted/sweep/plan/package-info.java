/**
 * Plans: which sources to sweep, how far and when. Read from YAML; a key that nobody knows stops everything.
 */
@NullMarked
package org.unlisted.sweep.plan;

import org.jspecify.annotations.NullMarked;
