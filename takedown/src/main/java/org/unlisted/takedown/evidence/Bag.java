package org.unlisted.takedown.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A BagIt 1.0 bag (RFC 8493) being filled. Its manifests are what {@code sha256sum -c} reads. Zipped, the same content
 * gives the same bytes. Not thread-safe.
 */
final class Bag {
    static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
    static final String BAGIT = "bagit.txt";
    static final String INFO = "bag-info.txt";
    static final String MANIFEST = "manifest-sha256.txt";
    static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    static final String PAYLOAD = "data/";
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0); // the earliest a zip can say

    private final String name;
    private final SortedMap<String, byte[]> payload = new TreeMap<>();

    /**
     * @param name of its base folder
     */
    Bag(String name) {
        this.name = name;
    }

    void put(String path, byte[] content) {
        if (!path.startsWith(PAYLOAD)) throw new IllegalArgumentException("not a payload path: " + path);
        payload.put(path, content);
    }

    byte[] zip(String organisation, String externalId, LocalDate date, String agent) throws IOException {
        long octets = payload.values().stream().mapToLong(b -> b.length).sum();
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put(BAGIT, DECLARATION.getBytes(UTF_8));
        tags.put(INFO, """
                Source-Organization: %s
                External-Identifier: %s
                Bagging-Date: %s
                Bag-Software-Agent: %s
                Payload-Oxum: %d.%d
                """.formatted(organisation, externalId, date, agent, octets, payload.size()).getBytes(UTF_8));
        tags.put(MANIFEST, manifest(payload));
        tags.put(TAG_MANIFEST, manifest(tags));

        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : tags.entrySet()) add(zip, file.getKey(), file.getValue());
            for (var file : payload.entrySet()) add(zip, file.getKey(), file.getValue());
        }
        return bytes.toByteArray();
    }

    private void add(ZipOutputStream zip, String path, byte[] content) throws IOException {
        // RFC 8493 section 4: a serialised bag holds its base folder, not bare files
        var entry = new ZipEntry(name + "/" + path);
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] manifest(Map<String, byte[]> files) {
        var lines = new StringBuilder();
        files.forEach((path, content) -> lines.append(Sha256.of(content)).append("  ").append(path).append('\n'));
        return lines.toString().getBytes(UTF_8);
    }
}
