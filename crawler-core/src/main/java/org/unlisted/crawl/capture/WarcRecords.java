package org.unlisted.crawl.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCaptureRecord;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/**
 * Exchanges as WARC 1.1 records (ISO 28500:2017), each its own gzip member: the results put one after the other are a
 * {@code .warc.gz} file.
 *
 * <p>The same exchange gives the same bytes, record ids included. Digests are SHA-256 in hex, which
 * {@code sha256sum} users can compare; jwarc's own builders would write base32 and WARC 1.0.
 */
public final class WarcRecords {
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
                .build());
    }

    /** Response and request of an exchange over HTTP; of anything else (file:, chat:) a single resource record. */
    public static byte[] pair(Exchange exchange) {
        String scheme = String.valueOf(exchange.url().getScheme()).toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https") ? exchanged(exchange) : resource(exchange);
    }

    private static byte[] exchanged(Exchange exchange) {
        String url = exchange.url().toString();
        byte[] payload = exchange.body();
        byte[] response = HttpBlock.response(exchange, payload);
        byte[] request = HttpBlock.request(exchange);
        String responseId = id("response", url, exchange.fetchedAt(), response);
        String requestId = id("request", url, exchange.fetchedAt(), request);
        WarcResponse.Builder first = new WarcResponse.Builder(url);
        describe(first, exchange, responseId, response);
        first.setHeader("WARC-Payload-Digest", sha256(payload));
        if (exchange.truncated()) first.setHeader("WARC-Truncated", "length");
        WarcRequest.Builder second = new WarcRequest.Builder(url);
        describe(second, exchange, requestId, request);
        second.setHeader("WARC-Concurrent-To", responseId);
        return joined(
                member(first.body(MediaType.HTTP_RESPONSE, response).build()),
                member(second.body(MediaType.HTTP_REQUEST, request).build()));
    }

    private static byte[] resource(Exchange exchange) {
        byte[] payload = exchange.body();
        WarcResource.Builder record = new WarcResource.Builder(exchange.url());
        describe(record, exchange, id("resource", exchange.url().toString(), exchange.fetchedAt(), payload), payload);
        record.setHeader("WARC-Payload-Digest", sha256(payload));
        if (exchange.truncated()) record.setHeader("WARC-Truncated", "length");
        return member(record.body(mediaType(exchange.responseHeaders()), payload).build());
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

    private static byte[] member(WarcRecord record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(Channels.newChannel(out), WarcCompression.GZIP)) {
            writer.write(record);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toByteArray();
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
