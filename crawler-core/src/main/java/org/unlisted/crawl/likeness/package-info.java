/**
 * Whether two pictures look alike though their bytes differ: PDQ hashes of decoded pixels, and an index that finds
 * every hash within a Hamming distance. It decodes nothing, knows no faces, and says nothing about who is shown: a
 * likeness is a repost of the same picture, never the same person.
 */
@NullMarked
package org.unlisted.crawl.likeness;

import org.jspecify.annotations.NullMarked;
