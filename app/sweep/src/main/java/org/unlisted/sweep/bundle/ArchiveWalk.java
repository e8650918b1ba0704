package org.unlisted.sweep.bundle;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** Archives, and archives in them: all in memory, an entry at a time. */
final class ArchiveWalk {
    /** A name, rights, a comment: more is meant to fill a memory. */
    private static final long TAR_HEADER = 1 << 20;

    private static final int CHUNK = 1 << 16;

    private final String bundle;
    private final BundleLimits limits;
    private final BundleVisitor visitor;

    ArchiveWalk(String bundle, BundleLimits limits, BundleVisitor visitor) {
        this.bundle = bundle;
        this.limits = limits;
        this.visitor = visitor;
    }

    /** A zip on disk, by its directory; one whose directory is broken is read from its start as far as it goes. */
    void zip(Path file, String name, Budget outer) throws IOException {
        long size = Files.size(file);
        Budget budget = outer.ofArchive(limits, () -> size);
        try {
            try (ZipDirectory zip = ZipDirectory.open(file)) {
                zip.walk(this, name, budget, size);
                return;
            } catch (ZipDirectory.Unreadable e) {
                if (!visitor.wants(name, size)) return;
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                stream(name, Kind.ZIP, in, 0, budget);
            }
        } catch (Budget.Spent e) {
            spent(e, budget, name);
        }
    }

    BundleLimits limits() {
        return limits;
    }

    BundleVisitor visitor() {
        return visitor;
    }

    void refuse(String name, String reason, String detail) {
        visitor.refused(new Refused(name, reason, detail));
    }

    private void spent(Budget.Spent spent, Budget mine, String name) throws Budget.Spent {
        if (!spent.of(mine)) throw spent;
        refuse(name, "bomb", String.valueOf(spent.getMessage()));
    }

    /**
     * Looks at what a file begins with and reads it whole, or opens it.
     *
     * @param depth archives around it
     */
    void content(String name, InputStream in, int depth, Budget budget) throws IOException {
        PushbackInputStream whole = new PushbackInputStream(in, Kind.HEAD); // not closed: what lies around is read on
        byte[] head = whole.readNBytes(Kind.HEAD);
        whole.unread(head);
        Kind kind = Kind.of(head);
        if (kind.unsupported().isPresent())
            refuse(name, "unsupported", "a " + kind.unsupported().get() + " archive: unpack it and hand in the folder");
        else if (kind == Kind.FILE) file(name, whole, budget);
        else if (depth >= limits.depth())
            refuse(name, "bomb", "an archive in more than " + limits.depth() + " others");
        else inner(name, kind, whole, depth, budget);
    }

    private void file(String name, InputStream in, Budget budget) throws IOException {
        Optional<byte[]> bytes = read(in, budget);
        if (bytes.isEmpty()) refuse(name, "too-large", "more than " + (limits.itemBytes() >> 20) + " MB");
        else
            try {
                visitor.found(new BundleItem(bundle, name, bytes.get()));
            } catch (Unwinding e) {
                throw e;
            } catch (IOException e) {
                throw new Unwinding.OfVisitor(e);
            }
    }

    /** Empty where there are more bytes than one item may have. */
    private Optional<byte[]> read(InputStream in, Budget budget) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            budget.unpacked(n);
            if (out.size() + n > limits.itemBytes()) return Optional.empty();
            out.write(chunk, 0, n);
        }
        return Optional.of(out.toByteArray());
    }

    private void inner(String name, Kind kind, InputStream in, int depth, Budget outer) throws IOException {
        Metered metered = new Metered(in);
        Budget budget = outer.ofArchive(limits, metered::count);
        try {
            if (kind == Kind.GZIP) gzip(name, metered, depth, budget);
            else stream(name, kind, metered, depth, budget);
        } catch (Budget.Spent e) {
            spent(e, budget, name);
        }
    }

    private void gzip(String name, Metered in, int depth, Budget budget) throws IOException {
        budget.entry();
        // Not closed: what lies around it is read on.
        try {
            InputStream unpacked = GzipCompressorInputStream.builder()
                    .setInputStream(in)
                    .setDecompressConcatenated(true)
                    .get();
            content(name, unpacked, depth + 1, budget);
        } catch (Unwinding e) {
            throw e;
        } catch (IOException | RuntimeException e) { // one item of a job
            broken(name);
        }
    }

    private void stream(String name, Kind kind, InputStream in, int depth, Budget budget) throws IOException {
        Metered metered = new Metered(in);
        // Not closed: what lies around it is read on.
        ArchiveInputStream<?> archive = kind == Kind.TAR
                ? new TarArchiveInputStream(metered, "UTF-8")
                : new ZipArchiveInputStream(metered, "UTF-8", true, false);
        Set<String> names = new HashSet<>();
        try {
            while (true) {
                if (kind == Kind.TAR) metered.header(TAR_HEADER);
                ArchiveEntry entry = archive.getNextEntry();
                metered.content();
                if (entry == null) return;
                budget.entry();
                if (accepted(name, entry, names) && readable(name, archive, entry))
                    content(inside(name, entry), archive, depth + 1, budget);
                drain(archive, budget);
            }
        } catch (Unwinding e) {
            throw e;
        } catch (IOException | RuntimeException e) { // one item of a job: parsers of strangers' bytes throw many things
            broken(name);
        }
    }

    private void broken(String name) {
        refuse(name, "archive", "broken or cut short: read as far as it goes");
    }

    private boolean readable(String name, ArchiveInputStream<?> archive, ArchiveEntry entry) {
        if (!(archive instanceof ZipArchiveInputStream zip)) return true;
        Optional<Refused> wrong = ZipDirectory.unreadable(inside(name, entry), ZipDirectory.entry(entry));
        wrong.ifPresent(visitor::refused);
        if (wrong.isPresent()) return false;
        if (zip.canReadEntryData(entry)) return true;
        refuse(inside(name, entry), "unsupported", "packed in a way that cannot be read from within another archive");
        return false;
    }

    /** Whether an entry is a file with a name of its own that leads nobody astray. */
    boolean accepted(String archive, ArchiveEntry entry, Set<String> names) {
        if (entry.isDirectory()) return false;
        String shown = inside(archive, entry);
        Optional<String> wrong = EntryName.wrong(entry.getName(), limits.nameLength());
        Optional<String> special = SpecialEntry.of(entry);
        if (wrong.isPresent()) refuse(shown, "name", wrong.get());
        else if (special.isPresent()) refuse(shown, "special-file", special.get());
        else if (!names.add(SpecialEntry.rawName(entry)))
            refuse(shown, "duplicate", "the second entry of this name in the same archive");
        else return visitor.wants(shown, entry.getSize());
        return false;
    }

    static String inside(String archive, ArchiveEntry entry) {
        return archive + "!" + EntryName.shown(entry.getName());
    }

    private static void drain(InputStream in, Budget budget) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) budget.unpacked(n);
    }
}
