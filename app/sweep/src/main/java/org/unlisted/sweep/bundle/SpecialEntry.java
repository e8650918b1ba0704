package org.unlisted.sweep.bundle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** Entries of archives that are no files. */
final class SpecialEntry {

    private SpecialEntry() {}

    /** What it is instead of a file; empty for a file. */
    static Optional<String> of(ArchiveEntry entry) {
        return switch (entry) {
            case ZipArchiveEntry zip when zip.isUnixSymlink() -> Optional.of("a link: links are not followed");
            case TarArchiveEntry tar when tar.isSymbolicLink() || tar.isLink() ->
                Optional.of("a link: links are not followed");
            case TarArchiveEntry tar
            when tar.isFIFO() || tar.isBlockDevice() || tar.isCharacterDevice() || tar.isSparse() || !tar.isFile() -> Optional.of("a device or a pipe, not a file");
            default -> Optional.empty();
        };
    }

    /** The name as it stands in the archive: two that cannot be decoded may look alike without being so. */
    static String rawName(ArchiveEntry entry) {
        byte[] raw = entry instanceof ZipArchiveEntry zip ? zip.getRawName() : null;
        return raw == null ? entry.getName() : new String(raw, ISO_8859_1);
    }
}
