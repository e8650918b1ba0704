package org.unlisted.crawl.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Exchanges as WARC 1.1 records (ISO 28500:2017), each its own gzip member: the results put one after the other are a
 * {@code .warc.gz} file.
 *
 * <p>The same exchange gives the same bytes, record ids included. Digests are SHA-256 in hex, which
 * {@code sha256sum} users can compare; jwarc's own builders would write base32 and WARC 1.0.
 */
public final class WarcRecords {
    private static final URI NOT_MODIFIED =
            URI.create("http://netpreserve.org/warc/1.1/revisit/server-not-modified");
    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private WarcRecords() {}

    /**
     * The record that opens a file.
     *
     * @param fileName of the file it will open
     * @param software name and version of the writer
     */
    public static byte[] warcinfo(String fileName, String software, Instant at) {
        String fields = "software: " + HttpBlock.oneLine(software) + "\r\nformat: WARC File Format 1.1\r\n"
                + "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n";
        byte[] block = fields.getBytes(StandardCharsets.UTF_8);
        return member(new Warcinfo.Builder()
                .version(MessageVersion.WARC_1_1)
                .setHeader("WARC-Record-ID", id("warcinfo", fileName, at, block))
                .date(at)
                .setHeader("WARC-Filename", HttpBlock.oneLine(fileName))
                .setHeader("WARC-Block-Digest", sha256(block))
                .body(MediaType.WARC_FIELDS, block)
                .build(),
                block,
                Deflater.DEFAULT_COMPRESSION);
    }

    /** Response and request of an exchange over HTTP; of anything else (file:, chat:) a single resource record. */
    public static byte[] pair(Exchange exchange) {
        String scheme = String.valueOf(exchange.url().getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https") ? exchanged(exchange) : resource(exchange);
    }

    private static byte[] exchanged(Exchange exchange) {
        return joined(response(exchange), request(exchange));
    }

    /** The answer alone, of an exchange over HTTP. */
    static byte[] response(Exchange exchange) {
        byte[] payload = exchange.body();
        byte[] block = HttpBlock.response(exchange, payload);
        WarcResponse.Builder record = new WarcResponse.Builder(exchange.url().toString());
        describe(record, exchange, responseId(exchange, block), block);
        record.setHeader("WARC-Payload-Digest", sha256(payload));
        if (exchange.truncated()) record.setHeader("WARC-Truncated", "length");
        return member(record.body(MediaType.HTTP_RESPONSE, block).build(), block, level(exchange));
    }

    private static byte[] request(Exchange exchange) {
        byte[] block = HttpBlock.request(exchange);
        WarcRequest.Builder record = new WarcRequest.Builder(exchange.url().toString());
        describe(record, exchange, id("request", exchange.url().toString(), exchange.fetchedAt(), block), block);
        record.setHeader("WARC-Concurrent-To", responseId(exchange));
        return member(record.body(MediaType.HTTP_REQUEST, block).build(), block, Deflater.DEFAULT_COMPRESSION);
    }

    /**
     * What is to be written after the answer: the request and, as a metadata record, how it was fetched.
     *
     * @param fields name and value, as {@code hopsFromSeed} (Heritrix's names where there are some)
     */
    static byte[] rest(Exchange exchange, Map<String, String> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> text.append(name).append(": ").append(HttpBlock.oneLine(value)).append("\r\n"));
        byte[] block = text.toString().getBytes(StandardCharsets.UTF_8);
        WarcMetadata.Builder record = new WarcMetadata.Builder().targetURI(exchange.url().toString());
        describe(record, exchange, id("metadata", exchange.url().toString(), exchange.fetchedAt(), block), block);
        record.setHeader("WARC-Concurrent-To", responseId(exchange));
        return joined(
                request(exchange),
                member(record.body(MediaType.WARC_FIELDS, block).build(), block, Deflater.DEFAULT_COMPRESSION));
    }

    /**
     * A server's word that a page is what it was (ISO 28500:2017 6.7, profile server-not-modified).
     *
     * @param notModified the exchange: status 304, no body
     * @param original    what was fetched earlier
     */
    static byte[] revisit(Exchange notModified, RecordedAnswer original) {
        byte[] block = HttpBlock.response(notModified, new byte[0]);
        String url = notModified.url().toString();
        WarcRevisit.Builder record = new WarcRevisit.Builder(url, NOT_MODIFIED);
        describe(record, notModified, responseId(notModified, block), block);
        record.setHeader("WARC-Refers-To", original.recordId());
        record.setHeader("WARC-Refers-To-Target-URI", url);
        record.setHeader("WARC-Refers-To-Date", original.fetchedAt().toString());
        record.setHeader("WARC-Payload-Digest", sha256(original.body()));
        return member(record.body(MediaType.HTTP_RESPONSE, block).build(), block, Deflater.DEFAULT_COMPRESSION);
    }

    private static String responseId(Exchange exchange) {
        return responseId(exchange, HttpBlock.response(exchange, exchange.body()));
    }

    private static String responseId(Exchange exchange, byte[] block) {
        return id("response", exchange.url().toString(), exchange.fetchedAt(), block);
    }

    private static byte[] resource(Exchange exchange) {
        byte[] payload = exchange.body();
        WarcResource.Builder record = new WarcResource.Builder(exchange.url());
        describe(record, exchange, id("resource", exchange.url().toString(), exchange.fetchedAt(), payload), payload);
        record.setHeader("WARC-Payload-Digest", sha256(payload));
        if (exchange.truncated()) record.setHeader("WARC-Truncated", "length");
        return member(record.body(mediaType(exchange.responseHeaders()), payload).build(), payload, level(exchange));
    }

    private static void describe(
            WarcCaptureRecord.AbstractBuilder<?, ?> record, Exchange exchange, String id, byte[] block) {
        record.version(MessageVersion.WARC_1_1);
        record.setHeader("WARC-Record-ID", id);
        record.date(exchange.fetchedAt());
        record.setHeader("WARC-Block-Digest", sha256(block));
        exchange.peer().ifPresent(record::ipAddress);
    }

    private static MediaType mediaType(List<Map.Entry<String, String>> headers) {
        for (Map.Entry<String, String> header : headers) {
            if (!header.getKey().equalsIgnoreCase("Content-Type")) continue;
            try {
                return MediaType.parse(HttpBlock.oneLine(header.getValue()));
            } catch (IllegalArgumentException e) {
                return MediaType.OCTET_STREAM; // a malformed type says nothing
            }
        }
        return MediaType.OCTET_STREAM;
    }

    /** One gzip member. What is a picture already is stored as it is: compressing it again costs time and saves nothing. */
    private static byte[] member(WarcRecord record, byte[] block, int level) {
        byte[] head = record.serializeHeader();
        ByteArrayOutputStream out = new ByteArrayOutputStream(head.length + block.length + 64);
        try (OutputStream gzip = new Gzip(out, level)) {
            gzip.write(head);
            gzip.write(block);
            gzip.write(END);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toByteArray();
    }

    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out, int level) throws IOException {
            super(out, 8192);
            def.setLevel(level);
        }
    }

    private static int level(Exchange exchange) {
        return mediaType(exchange.responseHeaders()).type().equals("image")
                ? Deflater.NO_COMPRESSION
                : Deflater.DEFAULT_COMPRESSION;
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = new byte[a.length + b.length];
        System.arraycopy(a, 0, both, 0, a.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static String id(String type, String subject, Instant at, byte[] block) {
        String name = String.join("\n", type, subject, at.toString(), sha256(block));
        return "<urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + ">";
    }

    private static String sha256(byte[] bytes) {
        try {
            return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
