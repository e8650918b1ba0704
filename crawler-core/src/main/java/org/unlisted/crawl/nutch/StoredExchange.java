package org.unlisted.crawl.nutch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.nutch.metadata.Metadata;
import org.apache.nutch.protocol.Content;
import org.unlisted.crawl.capture.Exchange;
import org.unlisted.crawl.capture.Place;
import tools.jackson.databind.json.JsonMapper;

/**
 * An {@link Exchange} as Nutch's {@link Content}: all but the body as one line of its metadata; of the body only where it
 * lies and its digest, so that jobs which sort and copy contents do not carry it along.
 */
final class StoredExchange {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Everything but the body. */
    private record Envelope(
            URI url,
            Instant fetchedAt,
            int status,
            List<Header> request,
            List<Header> response,
            Optional<String> peer,
            boolean truncated) {}

    private record Header(String name, String value) {
        static List<Header> of(List<Map.Entry<String, String>> entries) {
            return entries.stream().map(e -> new Header(e.getKey(), e.getValue())).toList();
        }

        static List<Map.Entry<String, String>> entries(List<Header> headers) {
            return headers.stream().map(h -> Map.entry(h.name, h.value)).toList();
        }
    }

    private StoredExchange() {}

    static Content write(String url, Exchange exchange, Place body, String sha256, Configuration conf) {
        Metadata metadata = new Metadata();
        metadata.set(
                Keys.EXCHANGE,
                JSON.writeValueAsString(new Envelope(
                        exchange.url(),
                        exchange.fetchedAt(),
                        exchange.status(),
                        Header.of(exchange.requestHeaders()),
                        Header.of(exchange.responseHeaders()),
                        exchange.peer().map(InetAddress::getHostAddress),
                        exchange.truncated())));
        metadata.set(Keys.PLACE, body.text());
        metadata.set(Keys.DIGEST, sha256);
        return new Content(url, url, new byte[0], contentType(exchange).orElse(""), metadata, conf);
    }

    /**
     * Reads it back, with its body from the capture.
     *
     * @throws IOException also where the capture is not what was written
     */
    static Exchange read(Content content, Configuration conf) throws IOException {
        Metadata metadata = content.getMetadata();
        Envelope envelope =
                JSON.readValue(requireNonNull(metadata.get(Keys.EXCHANGE), "content without exchange"), Envelope.class);
        byte[] body = CaptureFiles.read(conf, Place.parse(requireNonNull(metadata.get(Keys.PLACE), "no place")))
                .body();
        if (!sha256(body).equals(metadata.get(Keys.DIGEST)))
            throw new IOException("the capture of " + content.getUrl() + " has changed");
        Optional<InetAddress> peer = envelope.peer().isPresent()
                ? Optional.of(InetAddress.ofLiteral(envelope.peer().get())) // a literal: nothing is looked up
                : Optional.empty();
        return new Exchange(
                envelope.url(),
                envelope.fetchedAt(),
                envelope.status(),
                Header.entries(envelope.request()),
                Header.entries(envelope.response()),
                peer,
                envelope.truncated(),
                body);
    }

    /** The Content-Type header as served. */
    static Optional<String> contentType(Exchange exchange) {
        return exchange.responseHeaders().stream()
                .filter(h -> h.getKey().equalsIgnoreCase("Content-Type"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
