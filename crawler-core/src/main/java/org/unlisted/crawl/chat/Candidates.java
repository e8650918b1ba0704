package org.unlisted.crawl.chat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what may be an export in a folder: not its pictures, nor the chunks that a manifest names. */
final class Candidates {
    private static final Set<String> TEXTS = Set.of("json", "jsonl", "ndjson", "csv", "txt");
    private static final String MANIFEST = "manifest.json";
    /** What macOS adds to a zip; a file that begins with "._" is such, too. */
    private static final String MACINTOSH = "__MACOSX";

    private static final int MOST = 10_000;

    private final Path root;

    Candidates(Path root) {
        this.root = root;
    }

    /** In the order of their names; links are not followed. */
    List<Path> list(Intake.Handover handover) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (String.valueOf(folder.getFileName()).equals(MACINTOSH)) return FileVisitResult.SKIP_SUBTREE;
                Path parent = folder.getParent();
                boolean chunks = !folder.equals(root) && String.valueOf(folder.getFileName()).equals("chunks")
                        && parent != null && Files.isRegularFile(parent.resolve(MANIFEST));
                return chunks ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = String.valueOf(file.getFileName());
                boolean avatars = name.equals("avatars.json") && Files.isRegularFile(file.resolveSibling(MANIFEST));
                boolean text = TEXTS.contains(Refusals.ending(name)) || Refusals.named(name);
                boolean fork = name.startsWith("._");
                if (attributes.isRegularFile() && text && !avatars && !fork) found.add(file);
                return found.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                handover.of(root.relativize(file).toString()).remark("cannot be read");
                return FileVisitResult.CONTINUE;
            }
        });
        if (found.size() == MOST) handover.remark("more than " + MOST + " files, the others were left out");
        found.sort(null);
        return found;
    }
}
