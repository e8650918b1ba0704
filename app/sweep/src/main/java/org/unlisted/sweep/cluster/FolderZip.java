package org.unlisted.sweep.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Folders packed into one zip. The same files give the same bytes, so that what a cluster has already is seen. */
final class FolderZip implements AutoCloseable {
    /** 1980-01-01 is the first that a zip can say; a day later, so that no time zone gets below it. */
    private static final FileTime TIME = FileTime.from(Instant.parse("1980-01-02T00:00:00Z"));

    private final ZipOutputStream zip;

    private FolderZip(ZipOutputStream zip) {
        this.zip = zip;
    }

    static FolderZip create(Path file) throws IOException {
        return new FolderZip(new ZipOutputStream(Files.newOutputStream(file)));
    }

    /** Adds the files of a folder and of those in it; the folder itself also where it is empty or missing. */
    void add(String name, Path folder) throws IOException {
        entry(name + "/");
        zip.closeEntry();
        if (!Files.isDirectory(folder)) return;
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            entry(name + "/" + folder.relativize(file).toString().replace('\\', '/'));
            Files.copy(file, zip);
            zip.closeEntry();
        }
    }

    private void entry(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(TIME);
        zip.putNextEntry(entry);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
