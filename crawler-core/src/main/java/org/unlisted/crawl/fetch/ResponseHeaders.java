package org.unlisted.crawl.fetch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unlisted.crawl.capture.Exchange;

/** Looks up headers of an answer; names have no case (RFC 9110 section 5.1). */
final class ResponseHeaders {
    private ResponseHeaders() {}

    static Optional<String> first(Exchange exchange, String name) {
        return all(exchange, name).stream().findFirst();
    }

    static List<String> all(Exchange exchange, String name) {
        return exchange.responseHeaders().stream()
                .filter(h -> h.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .toList();
    }
}
