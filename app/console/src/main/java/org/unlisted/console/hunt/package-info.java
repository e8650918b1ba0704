/**
 * What sweeps leave for later: the offers they saw, remembered, and plans by which those are asked for again.
 */
@NullMarked
package org.unlisted.console.hunt;

import org.jspecify.annotations.NullMarked;
