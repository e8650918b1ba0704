package org.unlisted.crawl.capture;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One request and its answer, as they went over the wire. Immutable; the body is copied in and out. */
public final class Exchange {
    private final URI url;
    private final Instant fetchedAt;
    private final int status;
    private final List<Map.Entry<String, String>> requestHeaders;
    private final List<Map.Entry<String, String>> responseHeaders;
    private final Optional<InetAddress> peer;
    private final boolean truncated;
    private final byte[] body;

    /**
     * @param status    HTTP status; 200 for a file of a chat export
     * @param peer      the address that answered; empty for files and behind a proxy
     * @param truncated the body was cut at the content cap
     */
    public Exchange(
            URI url,
            Instant fetchedAt,
            int status,
            List<Map.Entry<String, String>> requestHeaders,
            List<Map.Entry<String, String>> responseHeaders,
            Optional<InetAddress> peer,
            boolean truncated,
            byte[] body) {
        this.url = requireNonNull(url, "url");
        this.fetchedAt = requireNonNull(fetchedAt, "fetchedAt");
        this.status = status;
        this.requestHeaders = List.copyOf(requestHeaders);
        this.responseHeaders = List.copyOf(responseHeaders);
        this.peer = requireNonNull(peer, "peer");
        this.truncated = truncated;
        this.body = body.clone();
    }

    public URI url() {
        return url;
    }

    public Instant fetchedAt() {
        return fetchedAt;
    }

    public int status() {
        return status;
    }

    public List<Map.Entry<String, String>> requestHeaders() {
        return requestHeaders;
    }

    public List<Map.Entry<String, String>> responseHeaders() {
        return responseHeaders;
    }

    public Optional<InetAddress> peer() {
        return peer;
    }

    public boolean truncated() {
        return truncated;
    }

    public byte[] body() {
        return body.clone();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Exchange e
                && url.equals(e.url)
                && fetchedAt.equals(e.fetchedAt)
                && status == e.status
                && requestHeaders.equals(e.requestHeaders)
                && responseHeaders.equals(e.responseHeaders)
                && peer.equals(e.peer)
                && truncated == e.truncated
                && Arrays.equals(body, e.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(url, fetchedAt, status, Arrays.hashCode(body));
    }

    @Override
    public String toString() {
        return "Exchange[" + url + ", " + status + ", " + body.length + " bytes]";
    }
}
