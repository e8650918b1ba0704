package org.unlisted.crawl.nutch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * Page captures of a cluster, copied to this machine, whose folder is the one that counts: a capture of an earlier pass
 * that was deleted here is deleted there.
 */
final class CaptureHome {
    private static final String UNFINISHED = ".part";

    private CaptureHome() {}

    /** To be called when the pass fetches nothing more. */
    static void bring(FileSystem fs, org.apache.hadoop.fs.Path captures, Path home, String pass) throws IOException {
        Files.createDirectories(home);
        for (FileStatus file : fs.listStatus(captures)) {
            String name = file.getPath().getName();
            if (Files.exists(home.resolve(name))) continue;
            if (name.startsWith(pass + "-")) copy(fs, file.getPath(), home, name);
            else fs.delete(file.getPath(), false);
        }
    }

    private static void copy(FileSystem fs, org.apache.hadoop.fs.Path file, Path home, String name) throws IOException {
        Path part = home.resolve(name + UNFINISHED);
        try (InputStream in = fs.open(file)) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(part, home.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
