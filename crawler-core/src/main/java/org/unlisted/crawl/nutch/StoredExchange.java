package org.unlisted.crawl.nutch;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.nutch.metadata.Metadata;
import org.apache.nutch.protocol.Content;
import org.unlisted.crawl.capture.Exchange;
import tools.jackson.databind.json.JsonMapper;

/** An {@link Exchange} as Nutch's {@link Content}: the body there, all the rest as one line of its metadata. */
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

    static Content write(String url, Exchange exchange, Configuration conf) {
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
        return new Content(url, url, exchange.body(), contentType(exchange).orElse(""), metadata, conf);
    }

    static Exchange read(Content content) throws IOException {
        Envelope envelope = JSON.readValue(
                requireNonNull(content.getMetadata().get(Keys.EXCHANGE), "content without exchange"), Envelope.class);
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
                content.getContent());
    }

    /** The Content-Type header as served. */
    static Optional<String> contentType(Exchange exchange) {
        return exchange.responseHeaders().stream()
                .filter(h -> h.getKey().equalsIgnoreCase("Content-Type"))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
