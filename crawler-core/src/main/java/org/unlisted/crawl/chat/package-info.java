/**
 * Readers of chat exports that a user hands in: Telegram, Discord, QQ, WeChat, ChatLab and two collectors' files. A
 * file is read message by message, whatever its size; {@link org.unlisted.crawl.chat.ChatExports} tells the formats
 * apart, one small class reads each. Nothing here logs in anywhere, fetches anything or opens a database; messages
 * that offer nothing are dropped before anything is written.
 */
@NullMarked
package org.unlisted.crawl.chat;

import org.jspecify.annotations.NullMarked;
