package org.unlisted.crawl.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The folder of an export. Names in the export are a stranger's words: none may lead out of it. */
record ExportFolder(Path root) {

    Found find(String name) {
        try {
            Path file = root.resolve(name.replace('\\', '/')).normalize();
            if (!file.startsWith(root.normalize())) return new Found.Refused("leads out of the export");
            if (!Files.isRegularFile(file)) return new Found.Refused("is missing");
            // A link inside the folder may still point outside.
            if (!file.toRealPath().startsWith(root.toRealPath())) return new Found.Refused("leads out of the export");
            return new Found.File(file);
        } catch (InvalidPathException e) {
            return new Found.Refused("has no valid name");
        } catch (IOException e) {
            return new Found.Refused("cannot be read");
        }
    }

    /** What a name in the export stands for. */
    sealed interface Found {
        record File(Path path) implements Found {}

        record Refused(String why) implements Found {}
    }
}
