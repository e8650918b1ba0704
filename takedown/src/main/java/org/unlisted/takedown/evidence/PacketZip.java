package org.unlisted.takedown.evidence;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A zip of unknown origin, read within limits: one top folder, plain relative paths, few entries, and no more bytes
 * unpacked than a packet can have, whatever its headers claim. Nothing is written to disk. Not thread-safe.
 */
final class PacketZip implements Closeable {
    private static final int MAX_ENTRIES = 200;
    private static final long MAX_BYTES = 1L << 28; // 256 MiB, packed and unpacked alike; captures are far smaller
    private static final int MAX_TEXT = 1 << 23; // 8 MiB: manifests and JSON
    private static final String SAFE_PATH = "[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+";
    private final ZipFile zip;
    private final String folder;
    private final SortedMap<String, ZipEntry> entries;

    private PacketZip(ZipFile zip, String folder, SortedMap<String, ZipEntry> entries) {
        this.zip = zip;
        this.folder = folder;
        this.entries = entries;
    }

    /** @throws IOException if it is not a zip, or not one that a packet may be */
    static PacketZip open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) throw new IOException("there is no file " + file.getFileName());
        if (Files.size(file) > MAX_BYTES) throw new IOException("it is larger than " + MAX_BYTES + " bytes");
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile());
        } catch (IllegalArgumentException e) { // names that are no UTF-8
            throw new IOException("its names are damaged", e);
        }
        try {
            return new PacketZip(zip, folder(zip), entries(zip));
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** The bag's base folder. */
    String folder() {
        return folder;
    }

    /** Paths below the base folder. */
    SortedSet<String> files() {
        return new TreeSet<>(entries.keySet());
    }

    /** A small file, whole. */
    byte[] text(String path) throws IOException {
        try (InputStream in = stream(path)) {
            byte[] bytes = in.readNBytes(MAX_TEXT + 1);
            if (bytes.length > MAX_TEXT) throw new IOException("it is larger than " + MAX_TEXT + " bytes");
            return bytes;
        }
    }

    /** What the archive's directory says; it is compared, never trusted. -1 for a file that is not there. */
    long claimedSize(String path) {
        ZipEntry entry = entries.get(path);
        return entry == null ? -1 : entry.getSize();
    }

    String sha256(String path) throws IOException {
        try (InputStream in = stream(path)) {
            return Sha256.of(in);
        }
    }

    /** At most {@link #MAX_BYTES} of the file, then an IOException. */
    InputStream stream(String path) throws IOException {
        ZipEntry entry = entries.get(path);
        if (entry == null) throw new IOException("it is missing");
        return new BoundedStream(zip.getInputStream(entry), MAX_BYTES);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static String folder(ZipFile zip) throws IOException {
        var tops = new TreeSet<String>();
        for (ZipEntry e : zip.stream().toList()) {
            int slash = e.getName().indexOf('/');
            if (slash < 1) throw new IOException("\"" + printable(e.getName()) + "\" lies outside the packet's folder");
            tops.add(e.getName().substring(0, slash));
        }
        if (tops.size() != 1) throw new IOException("it holds " + tops.size() + " folders instead of one");
        return tops.first();
    }

    private static SortedMap<String, ZipEntry> entries(ZipFile zip) throws IOException {
        if (zip.size() > MAX_ENTRIES) throw new IOException("it has more than " + MAX_ENTRIES + " entries");
        var files = new TreeMap<String, ZipEntry>();
        long claimed = 0;
        for (ZipEntry e : zip.stream().toList()) {
            claimed += Math.max(0, e.getSize());
            if (claimed > MAX_BYTES) throw new IOException("it unpacks to more than " + MAX_BYTES + " bytes");
            if (e.isDirectory()) continue;
            String name = e.getName();
            if (!name.matches(SAFE_PATH)) throw new IOException("it has an unsafe path \"" + printable(name) + "\"");
            if (files.put(name.substring(name.indexOf('/') + 1), e) != null)
                throw new IOException("it has \"" + name + "\" twice");
        }
        return files;
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
