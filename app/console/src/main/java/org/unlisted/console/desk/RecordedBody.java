package org.unlisted.console.desk;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/** What a server sent, out of its sealed record. Immutable; the bytes are copied out. */
public final class RecordedBody {
    private final URI url;
    private final Instant fetchedAt;
    private final String contentType;
    private final byte[] bytes;

    RecordedBody(URI url, Instant fetchedAt, String contentType, byte[] bytes) {
        this.url = requireNonNull(url, "url");
        this.fetchedAt = requireNonNull(fetchedAt, "fetchedAt");
        this.contentType = requireNonNull(contentType, "contentType");
        this.bytes = bytes;
    }

    public URI url() {
        return url;
    }

    public Instant fetchedAt() {
        return fetchedAt;
    }

    /** As served, with its charset. */
    public String contentType() {
        return contentType;
    }

    /** A copy. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof RecordedBody b
                && url.equals(b.url)
                && fetchedAt.equals(b.fetchedAt)
                && contentType.equals(b.contentType)
                && Arrays.equals(bytes, b.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(url, fetchedAt, Arrays.hashCode(bytes));
    }

    @Override
    public String toString() {
        return "RecordedBody[" + bytes.length + " bytes]";
    }
}
