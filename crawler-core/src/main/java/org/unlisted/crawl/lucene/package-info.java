/**
 * Standing queries in Lucene: given a text, which of many stored queries does it answer, and where? The only package
 * of this module that knows Lucene; {@link org.unlisted.crawl.lucene.StandingQueries} is its door.
 */
@NullMarked
package org.unlisted.crawl.lucene;

import org.jspecify.annotations.NullMarked;
