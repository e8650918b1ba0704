/**
 * Pictures of captured pages: a real browser renders the bytes that were fetched, cut off from every network, with the
 * matched person's picture put back in (everybody else covered) and every other picture withheld.
 */
@NullMarked
package org.unlisted.console.screenshot;

import org.jspecify.annotations.NullMarked;
