/**
 * What a page offers: {@link org.unlisted.crawl.listing.ListingExtractor} turns fetched HTML into listings, whatever markup
 * the site uses.
 */
@NullMarked
package org.unlisted.crawl.listing;

import org.jspecify.annotations.NullMarked;
