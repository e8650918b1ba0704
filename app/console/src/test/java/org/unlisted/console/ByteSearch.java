package org.unlisted.console;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Looks for byte sequences in every file below a folder: as they are, as base64 text, and inside zips and gzip members,
 * however deep. A rolling hash over windows of 48 bytes makes thousands of patterns one pass.
 */
final class ByteSearch {
    static final int WINDOW = 48;
    private static final long BASE = 1_000_003;
    private static final long DROP = power(BASE, WINDOW - 1);
    private final Map<Long, List<Pattern>> patterns = new HashMap<>();

    private static final class Pattern {
        private final String name;
        private final byte[] bytes;
        private final int from;

        Pattern(String name, byte[] bytes, int from) {
            this.name = name;
            this.bytes = bytes;
            this.from = from;
        }

        boolean isAt(byte[] text, int at) {
            return Arrays.equals(text, at, at + WINDOW, bytes, from, from + WINDOW);
        }
    }

    /**
     * Looks for three windows of a picture that are its own: from the entropy-coded part of a JPEG, where it is not
     * flat. Tables in the header and plain areas are the same in many pictures.
     */
    void addPicture(String name, byte[] bytes) {
        int data = startOfScan(bytes);
        for (int part = 1; part <= 3; part++) {
            int from = data + (bytes.length - data) * part / 4;
            while (from < bytes.length - WINDOW - 2 && !distinctive(bytes, from)) from++;
            if (from < bytes.length - WINDOW - 2) add(name, bytes, from);
        }
    }

    /** Behind the last SOS marker (FF DA) of a JPEG; 0 in other files. */
    private static int startOfScan(byte[] bytes) {
        int start = 0;
        for (int i = 0; i + 1 < bytes.length; i++)
            if ((bytes[i] & 0xff) == 0xff && (bytes[i + 1] & 0xff) == 0xda) start = i;
        return start;
    }

    private static boolean distinctive(byte[] bytes, int from) {
        return IntStream.range(from, from + WINDOW).map(i -> bytes[i]).distinct().count()
                >= WINDOW * 3 / 4;
    }

    /** Looks for this window of the bytes, raw and in base64 at each of its three alignments. */
    void add(String name, byte[] bytes, int where) {
        int from = Math.clamp(where, 0, bytes.length - WINDOW - 2);
        put(name, bytes, from);
        for (int shift = 0; shift < 3; shift++) {
            byte[] text = Base64.getEncoder().encode(Arrays.copyOfRange(bytes, from + shift, from + shift + WINDOW));
            if (text.length >= WINDOW) put(name + " (base64)", text, 0);
        }
    }

    private void put(String name, byte[] bytes, int from) {
        patterns.computeIfAbsent(hash(bytes, from), h -> new ArrayList<>()).add(new Pattern(name, bytes, from));
    }

    /** "pattern in file", sorted. */
    Set<String> findings(Path folder) throws IOException {
        Set<String> found = new TreeSet<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) search(folder.relativize(file).toString(), Files.readAllBytes(file), found);
        return found;
    }

    private void search(String where, byte[] bytes, Set<String> found) throws IOException {
        scan(where, bytes, found);
        if (bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K') {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry())
                    search(where + "!" + e.getName(), zip.readAllBytes(), found);
            }
        } else if (bytes.length > 4 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b) {
            // GZIPInputStream reads on over the members of a .warc.gz
            try (InputStream in = new GZIPInputStream(new BufferedInputStream(new ByteArrayInputStream(bytes)))) {
                search(where + "!gzip", in.readAllBytes(), found);
            }
        }
    }

    private void scan(String where, byte[] bytes, Set<String> found) {
        if (bytes.length < WINDOW) return;
        long hash = hash(bytes, 0);
        for (int at = 0; ; at++) {
            List<Pattern> candidates = patterns.get(hash);
            if (candidates != null)
                for (Pattern p : candidates)
                    if (p.isAt(bytes, at)) found.add(p.name + " in " + where);
            if (at + WINDOW >= bytes.length) return;
            hash = (hash - (bytes[at] & 0xff) * DROP) * BASE + (bytes[at + WINDOW] & 0xff);
        }
    }

    private static long hash(byte[] bytes, int from) {
        long hash = 0;
        for (int i = 0; i < WINDOW; i++) hash = hash * BASE + (bytes[from + i] & 0xff);
        return hash;
    }

    private static long power(long base, int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) power *= base;
        return power;
    }
}
