package org.unlisted.crawl.chat;

/** Takes messages while an export is read. */
@FunctionalInterface
public interface MessageSink {

    /** A wanted message. */
    void message(ChatMessage message);

    /**
     * How far the reading is; called every few megabytes and at the end of a file.
     *
     * @param file  as in {@link ReadFile#file()}
     * @param read  bytes so far
     * @param total bytes of the file
     */
    default void progress(String file, long read, long total) {}
}
