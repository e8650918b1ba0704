package org.unlisted.crawl.offer;

/** Who seems to speak in a text, by the sound of it. */
enum Voice {
    SELLER,
    BUYER,
    /** Of software, lessons and services against face checks. */
    TOOLMAKER,
    /** Looks people up. */
    FINDER,
    /** Of news, a warning, a victim's plea, a complaint or a rule: whoever speaks of offers and makes none. */
    REPORTER,
    ANYBODY
}
