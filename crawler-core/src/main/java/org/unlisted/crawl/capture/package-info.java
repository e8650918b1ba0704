/**
 * Listings as fetched: the exchange of bytes with the server, kept in WARC 1.1 records that any WARC tool reads.
 */
@NullMarked
package org.unlisted.crawl.capture;

import org.jspecify.annotations.NullMarked;
