package org.unlisted.crawl.chat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.Map;
import java.util.zip.ZipException;

/**
 * A zip with exports in it, read where it lies: nothing is unpacked, since most of it is other people's talk. To be
 * closed after the last message; pictures of messages are there until then.
 */
final class ZipExport implements AutoCloseable {
    /** Chats shrink to a tenth or a twentieth; what shrinks further than this is there to fill a disk. */
    private static final int MOST_SHRUNK = 250;

    private static final long WORTH_A_LOOK = 64L << 20;

    private final FileSystem files;

    private ZipExport(FileSystem files) {
        this.files = files;
    }

    /** @throws ZipException when it is broken, or has names that lead out of it */
    static ZipExport open(Path zip) throws IOException {
        try {
            return open(zip, "UTF-8");
        } catch (ZipException e) {
            return open(zip, "GB18030"); // Chinese Windows writes names so and does not say it
        }
    }

    private static ZipExport open(Path zip, String names) throws IOException {
        try {
            return new ZipExport(FileSystems.newFileSystem(zip, Map.of("encoding", names, "accessMode", "readOnly")));
        } catch (ProviderNotFoundException e) { // of a broken one that is not named .zip
            throw new ZipException("broken");
        }
    }

    Path root() {
        return files.getPath("/");
    }

    static boolean isInside(Path file) {
        return file.getFileSystem().provider().getScheme().equals("jar");
    }

    /** Whether a file in a zip is far larger than anything that anybody said. */
    static boolean isBomb(Path file) throws IOException {
        if (!isInside(file) || Files.size(file) < WORTH_A_LOOK) return false;
        return Files.getAttribute(file, "zip:compressedSize") instanceof Long packed
                && Files.size(file) / Math.max(1, packed) > MOST_SHRUNK;
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
