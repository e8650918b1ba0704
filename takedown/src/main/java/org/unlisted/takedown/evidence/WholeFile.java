package org.unlisted.takedown.evidence;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that are there whole or not at all, even after a power cut; on POSIX, readable by their owner only. */
final class WholeFile {

    private WholeFile() {}

    static void write(Path file, byte[] content) throws IOException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null) throw new IOException("not a file: " + file);
        Files.createDirectories(folder);
        Path half = Files.createTempFile(folder, ".half-", ".tmp"); // owner only on POSIX
        try {
            try (var channel = FileChannel.open(half, WRITE)) {
                var rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) channel.write(rest);
                channel.force(true);
            }
            Files.move(half, file, ATOMIC_MOVE); // replaces an older file
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
