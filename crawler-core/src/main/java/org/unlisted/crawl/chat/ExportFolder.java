package org.unlisted.crawl.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The folder of an export. Names in the export are a stranger's words: none may lead out of it. */
record ExportFolder(Path root) {
    /** Where QQChatExporter puts pictures that it names without this folder. */
    private static final String RESOURCES = "resources";

    Found find(String name) {
        Found found = at(root, name);
        boolean missing = found instanceof Found.Refused(String why) && why.equals(Found.MISSING);
        if (!missing || name.startsWith(RESOURCES)) return found;
        return at(root.resolve(RESOURCES), name) instanceof Found.File file ? file : found;
    }

    private Found at(Path base, String name) {
        try {
            Path file = base.resolve(name.replace('\\', '/')).normalize();
            if (!file.startsWith(root.normalize())) return new Found.Refused(Found.OUTSIDE);
            if (!Files.isRegularFile(file)) return new Found.Refused(Found.MISSING);
            // A link inside the folder may still point outside.
            if (!file.toRealPath().startsWith(root.toRealPath())) return new Found.Refused(Found.OUTSIDE);
            return new Found.File(file);
        } catch (InvalidPathException e) {
            return new Found.Refused("has no valid name");
        } catch (IOException e) {
            return new Found.Refused("cannot be read");
        }
    }

    /** What a name in the export stands for. */
    sealed interface Found {
        String OUTSIDE = "leads out of the export";
        String MISSING = "is missing";

        record File(Path path) implements Found {}

        record Refused(String why) implements Found {}
    }
}
