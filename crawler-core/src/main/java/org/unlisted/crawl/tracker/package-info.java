/**
 * Trackers: queries of organisations that point at listings worth a look, as data files and without code. A tracker
 * reports; it never decides what a listing is, and never lets a face be looked at: only
 * {@link org.unlisted.crawl.offer.Offer#permitsFaceScan} does.
 */
@NullMarked
package org.unlisted.crawl.tracker;

import org.jspecify.annotations.NullMarked;
