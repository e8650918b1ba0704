package org.unlisted.console.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** The folder of a demo: a home of its own, started afresh each time, and never anybody else's folder. */
final class DemoFolder {
    private static final String MARK = "unlisted-demo.txt";

    private DemoFolder() {}

    /** An empty folder with our mark; what an earlier demo left there is erased. */
    static Path fresh(Path folder) throws IOException, UsageException {
        Path mark = folder.resolve(MARK);
        if (Files.isRegularFile(mark)) FileSystemUtils.deleteRecursively(folder);
        else if (Files.isDirectory(folder) && !isEmpty(folder))
            throw new UsageException(folder + " is not empty and no demo's: name another folder with --out");
        Files.createDirectories(folder);
        Files.writeString(mark, "Everything in this folder was made by `unlisted demo`. The next demo here erases it.\n");
        return folder;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }
}
