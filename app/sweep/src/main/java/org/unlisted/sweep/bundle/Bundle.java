package org.unlisted.sweep.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A bundle that somebody lawfully holds: folders, archives, single files. Its order is the same at every walk as long
 * as its files are.
 */
public final class Bundle {
    private final List<Path> paths;
    private final BundleLimits limits;

    public Bundle(List<Path> paths, BundleLimits limits) {
        this.paths = paths.stream().map(Path::toAbsolutePath).map(Path::normalize).toList();
        this.limits = requireNonNull(limits, "limits");
    }

    /** Absolute, as handed in. */
    public List<Path> paths() {
        return paths;
    }

    /**
     * Goes through all of it, or until the visitor has enough.
     *
     * @throws IOException of the visitor; what is wrong with the bundle is an answer, not an exception
     */
    public void walk(BundleVisitor visitor) throws IOException {
        Budget budget = Budget.ofBundle(limits);
        try {
            for (Path path : paths) walk(path, budget, visitor);
        } catch (BundleVisitor.Enough e) {
            return;
        } catch (Unwinding.OfVisitor e) {
            throw e.failure();
        }
    }

    private void walk(Path path, Budget budget, BundleVisitor visitor) throws IOException {
        String name = EntryName.shown(String.valueOf(path.getFileName()));
        try {
            Path real = path.toRealPath(); // what the operator names may be a link; what lies in it may not
            FolderWalk walk = new FolderWalk(name, limits, budget, visitor);
            if (Files.isDirectory(real)) walk.folder(real);
            else if (Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) walk.file(real, name);
            else visitor.refused(new Refused(name, "special-file", "neither a file nor a folder"));
        } catch (Budget.Spent e) {
            visitor.refused(new Refused(name, "bomb", e.getMessage() + ": the rest was not looked at"));
        } catch (java.nio.file.NoSuchFileException e) {
            visitor.refused(new Refused(name, "source", "there is no such file or folder"));
        } catch (java.nio.file.FileSystemException e) {
            visitor.refused(new Refused(name, "source", "cannot be read"));
        }
    }

    /** Counts and names without reading; archives within archives count as one. */
    public Inventory inventory() throws IOException {
        MessageDigest digest = sha256();
        int[] files = {0};
        walk(new BundleVisitor() {
            @Override
            public boolean wants(String name, long size) {
                files[0]++;
                digest.update((name + "\0" + size + "\n").getBytes(UTF_8));
                return false;
            }

            @Override
            public void found(BundleItem item) {}

            @Override
            public void refused(Refused refused) {
                digest.update((refused.name() + "\0" + refused.reason() + "\n").getBytes(UTF_8));
            }
        });
        return new Inventory(files[0], HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
