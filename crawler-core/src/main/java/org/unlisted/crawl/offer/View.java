package org.unlisted.crawl.offer;

/** One still picture of a person's set. */
enum View {
    FRONT,
    BACK,
    HELD,
    /** The main page of a passport: a front that has no back. */
    PASSPORT
}
