/**
 * What a listing sells, how many, for how much: {@link org.unlisted.crawl.offer.OfferReader} reads it from the text in
 * Chinese, English, Vietnamese and Russian, and says which words led it there.
 */
@NullMarked
package org.unlisted.crawl.offer;

import org.jspecify.annotations.NullMarked;
