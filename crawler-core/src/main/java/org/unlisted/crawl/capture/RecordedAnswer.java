package org.unlisted.crawl.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** A server's answer out of the record that {@link CaptureFile} made of it. Immutable; the body is copied out. */
public final class RecordedAnswer {
    private final String recordId;
    private final Instant fetchedAt;
    private final byte[] body;

    private RecordedAnswer(String recordId, Instant fetchedAt, byte[] body) {
        this.recordId = requireNonNull(recordId, "recordId");
        this.fetchedAt = requireNonNull(fetchedAt, "fetchedAt");
        this.body = body;
    }

    /**
     * Reads a response record.
     *
     * @param member the gzip member of the record, whole
     * @throws IOException if it is broken
     */
    public static RecordedAnswer read(byte[] member) throws IOException {
        byte[] record;
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(member), 16_384)) {
            record = gzip.readAllBytes();
        }
        int block = afterBlankLine(record, 0);
        int payload = afterBlankLine(record, block);
        int end = record.length - 4; // two line ends close a record
        if (end < payload) throw new IOException("a response record without an end");
        String head = new String(record, 0, block, UTF_8);
        try {
            return new RecordedAnswer(
                    header(head, "WARC-Record-ID"),
                    Instant.parse(header(head, "WARC-Date")),
                    Arrays.copyOfRange(record, payload, end));
        } catch (DateTimeParseException e) {
            throw new IOException("a response record without a date", e);
        }
    }

    private static int afterBlankLine(byte[] record, int from) throws IOException {
        for (int i = from; i + 3 < record.length; i++)
            if (record[i] == '\r' && record[i + 1] == '\n' && record[i + 2] == '\r' && record[i + 3] == '\n') return i + 4;
        throw new IOException("a response record without headers");
    }

    private static String header(String head, String name) throws IOException {
        return head.lines()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElseThrow(() -> new IOException("a response record without " + name));
    }

    /** As {@code WARC-Record-ID} has it. */
    public String recordId() {
        return recordId;
    }

    public Instant fetchedAt() {
        return fetchedAt;
    }

    public byte[] body() {
        return body.clone();
    }
}
