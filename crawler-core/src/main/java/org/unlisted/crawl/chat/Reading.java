package org.unlisted.crawl.chat;

/** What a message of an export turned out to be. */
sealed interface Reading {

    record Said(Post post) implements Reading {}

    /** A note of the system, a call, a sticker: nothing was said. */
    record Silent() implements Reading {}

    /** @param why in words that fit all such messages: they are counted under it */
    record Odd(String id, String why) implements Reading {}
}
