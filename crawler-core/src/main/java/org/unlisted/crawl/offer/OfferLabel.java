package org.unlisted.crawl.offer;

/** What the author wants. Only {@link #SALE} may cause a face scan. */
public enum OfferLabel {
    /** Sells or gives away faces or IDs of real people. */
    SALE,
    /** Buys them. */
    WANTED,
    /** Sells software or lessons to animate or fake faces. */
    TOOL,
    /** Looks single people up for money. */
    LOOKUP,
    /** Anything else: news, warnings, studios, stock pictures, devices, bedding. */
    NEGATIVE
}
