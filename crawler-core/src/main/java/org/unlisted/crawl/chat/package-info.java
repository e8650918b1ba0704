/**
 * Readers of chat exports that a user hands in. Nothing here logs in anywhere; messages that offer nothing are dropped
 * before anything is written.
 */
@NullMarked
package org.unlisted.crawl.chat;

import org.jspecify.annotations.NullMarked;
