package org.unlisted.crawl.listing;

import java.util.List;

/** Reads listings out of one kind of markup. Implementations are stateless. */
interface MarkupReader {

    /** The listings of the page; empty when it does not use this markup, or is an index. */
    List<Listing> read(HtmlPage page);

    /** Whether the markup itself says that there is a listing, so that no further sign is needed. */
    boolean structured();
}
