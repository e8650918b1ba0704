package org.unlisted.sweep.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** A zip on disk by its central directory. */
final class ZipDirectory implements AutoCloseable {
    /** The directory is held in memory: 200,000 entries with long names are 20 MB. */
    private static final long DIRECTORY_BYTES = 32 << 20;

    /** Those that need no library beyond the JDK and Commons Compress. */
    private static final Set<Integer> METHODS = Set.of(
            ZipEntry.STORED, ZipEntry.DEFLATED, ZipMethod.ENHANCED_DEFLATED.getCode(), ZipMethod.BZIP2.getCode());

    private final ZipFile zip;

    private ZipDirectory(ZipFile zip) {
        this.zip = zip;
    }

    /** There is no directory, or one that lies, or one larger than {@value #DIRECTORY_BYTES} bytes. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
    }

    static ZipDirectory open(Path file) throws IOException, Unreadable {
        // The zip closes it, also where it cannot be opened.
        Counted channel = new Counted(
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
        try {
            ZipFile zip = ZipFile.builder()
                    .setSeekableByteChannel(channel)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            channel.opened = true;
            return new ZipDirectory(zip);
        } catch (IOException | RuntimeException e) { // strangers' bytes: the zip is read from its start instead
            channel.close();
            throw new Unreadable();
        }
    }

    void walk(ArchiveWalk archives, String name, Budget budget, long size) throws IOException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
        long packed = 0;
        for (ZipArchiveEntry entry : entries) packed += Math.max(0, entry.getCompressedSize());
        if (packed > size || packed < 0) {
            archives.refuse(name, "bomb", "entries that share their bytes: an archive bomb");
            return;
        }
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            budget.entry();
            String inside = ArchiveWalk.inside(name, entry);
            if (!archives.accepted(name, entry, names)) continue;
            Optional<Refused> wrong = unreadable(inside, entry);
            if (wrong.isPresent()) archives.visitor().refused(wrong.get());
            else if (lies(entry, archives.limits()))
                archives.refuse(inside, "bomb", "unpacks to far more bytes than pictures do: an archive bomb");
            else read(archives, inside, entry, budget);
        }
    }

    private void read(ArchiveWalk archives, String inside, ZipArchiveEntry entry, Budget budget) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            archives.content(inside, in, 1, budget);
        } catch (Unwinding e) {
            throw e;
        } catch (IOException | RuntimeException e) { // one item of a job
            archives.refuse(inside, "archive", "this entry is broken");
        }
    }

    private static boolean lies(ZipArchiveEntry entry, BundleLimits limits) {
        long unpacked = entry.getSize();
        return unpacked > BundleLimits.FREE && unpacked / limits.ratio() > Math.max(1, entry.getCompressedSize());
    }

    /** Why the content of an entry cannot be had; empty where it can. */
    static Optional<Refused> unreadable(String inside, ZipArchiveEntry entry) {
        if (entry.getGeneralPurposeBit().usesEncryption())
            return Optional.of(new Refused(inside, "encrypted", "needs a password: unpack it and hand in the folder"));
        if (METHODS.contains(entry.getMethod())) return Optional.empty();
        return Optional.of(new Refused(
                inside, "unsupported", "packed by method " + entry.getMethod() + ": unpack it and hand in the folder"));
    }

    static ZipArchiveEntry entry(ArchiveEntry entry) {
        return (ZipArchiveEntry) entry;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Lets no directory be read that is larger than memory should be. */
    private static final class Counted implements SeekableByteChannel {
        private final SeekableByteChannel file;
        private long read;
        private boolean opened;

        Counted(SeekableByteChannel file) {
            this.file = file;
        }

        @Override
        public int read(ByteBuffer to) throws IOException {
            int n = file.read(to);
            read += Math.max(0, n);
            if (!opened && read > DIRECTORY_BYTES) throw new IOException("a directory larger than any bundle's");
            return n;
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            throw new IOException("a bundle is only read");
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public SeekableByteChannel position(long to) throws IOException {
            file.position(to);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            throw new IOException("a bundle is only read");
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
