package org.unlisted.crawl.chat;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One file of an export, read.
 *
 * @param file     its name, relative to what was handed in
 * @param format   the program that wrote it and its kind of file, such as {@code telegram-desktop}
 * @param version  of the format, where the file says one
 * @param chat     the name of its only chat, or how many chats it holds
 * @param messages with words or pictures, wanted or not; an album is one, notes of the system are none
 */
public record ReadFile(String file, String format, Optional<String> version, String chat, long messages) {
    public ReadFile {
        requireNonNull(file, "file");
        requireNonNull(format, "format");
        requireNonNull(version, "version");
        requireNonNull(chat, "chat");
        if (messages < 0) throw new IllegalArgumentException("messages below 0: " + messages);
    }
}
