/**
 * Signals in a listing: how the seller is reached, where the goods are handed over, and which numbers of people the
 * text gives away. Reads words and pictures' QR codes, masks what must not be shown, and turns contacts into keyed
 * hashes. It never says what is offered: that is the offer reader's part.
 */
@NullMarked
package org.unlisted.crawl.signal;

import org.jspecify.annotations.NullMarked;
