package org.unlisted.console.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What went wrong with a file, in words: Java's own messages are often the bare path. */
final class Explanation {

    private Explanation() {}

    static String of(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "no such file: " + missing.getFile();
            case FileAlreadyExistsException other -> other.getFile() + " is there already and no folder";
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case FileSystemException broken -> broken.getFile() + ": "
                    + (broken.getReason() == null ? broken.getClass().getSimpleName() : broken.getReason());
            default -> String.valueOf(e.getMessage());
        };
    }
}
