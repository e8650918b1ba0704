package org.unlisted.crawl.offer;

/** One still picture of a person's set. */
enum View {
    FRONT,
    BACK,
    HELD
}
