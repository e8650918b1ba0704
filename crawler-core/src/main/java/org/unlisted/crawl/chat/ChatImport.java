package org.unlisted.crawl.chat;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What came of reading an export. */
public sealed interface ChatImport {

    /**
     * @param skipped one line for each message or photo that could not be read: its id and why
     */
    record Read(String chat, List<ChatMessage> messages, List<String> skipped) implements ChatImport {
        public Read {
            requireNonNull(chat, "chat");
            messages = List.copyOf(messages);
            skipped = List.copyOf(skipped);
        }
    }

    /** Not an export of a kind we know, or broken at its root; the reason names the file. */
    record Refused(String reason) implements ChatImport {}
}
