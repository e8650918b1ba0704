package org.unlisted.sweep.bundle;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Files on disk, in the order of their names. Links are not followed, pipes and devices never opened. */
final class FolderWalk {
    private final BundleLimits limits;
    private final Budget budget;
    private final BundleVisitor visitor;
    private final ArchiveWalk archives;

    FolderWalk(String bundle, BundleLimits limits, Budget budget, BundleVisitor visitor) {
        this.limits = limits;
        this.budget = budget;
        this.visitor = visitor;
        this.archives = new ArchiveWalk(bundle, limits, visitor);
    }

    void folder(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) files.add(file);
                else refuse(file, attributes.isSymbolicLink() ? "a link: links are not followed" : "a device or a pipe");
                // one more than is looked at: the budget says so
                return files.size() > limits.entries() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }

            private void refuse(Path file, String detail) {
                visitor.refused(new Refused(shown(folder, file), "special-file", detail));
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                visitor.refused(new Refused(shown(folder, file), "source", "cannot be read"));
                return FileVisitResult.CONTINUE;
            }
        });
        files.sort(null);
        for (Path file : files) file(file, folder.relativize(file).toString());
    }

    private static String shown(Path folder, Path file) {
        return EntryName.shown(folder.relativize(file).toString());
    }

    void file(Path file, String name) throws IOException {
        budget.entry();
        String shown = EntryName.shown(name);
        var wrong = EntryName.wrong(name, limits.nameLength());
        if (wrong.isPresent()) {
            visitor.refused(new Refused(shown, "name", wrong.get()));
            return;
        }
        try {
            Kind kind;
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                kind = Kind.of(in.readNBytes(Kind.HEAD));
            }
            if (kind == Kind.ZIP) archives.zip(file, shown, budget);
            else if (visitor.wants(shown, Files.size(file)))
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS))) {
                    archives.content(shown, in, 0, budget);
                }
        } catch (Unwinding e) {
            throw e;
        } catch (IOException e) { // one item of a job: a bad sector, a right that is missing
            visitor.refused(new Refused(shown, "source", "cannot be read"));
        }
    }
}
