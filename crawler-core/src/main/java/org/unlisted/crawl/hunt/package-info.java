/**
 * Pages that finished sweeps left behind, read again: what a new rule of the lexicon or a new tracker would have found in
 * them, without a single request. Also how long they are kept.
 */
@NullMarked
package org.unlisted.crawl.hunt;

import org.jspecify.annotations.NullMarked;
