package org.unlisted.crawl.hunt;

import java.time.Instant;
import java.util.Optional;

/** A page out of an archive. Not a record: it lives for the reading of one page, and its bytes are not copied. */
final class CapturedPage {
    private final String source;
    private final String address;
    private final Instant capturedAt;
    private final Optional<String> contentType;
    private final String digest;
    private final byte[] body;

    CapturedPage(
            String source,
            String address,
            Instant capturedAt,
            Optional<String> contentType,
            String digest,
            byte[] body) {
        this.source = source;
        this.address = address;
        this.capturedAt = capturedAt;
        this.contentType = contentType;
        this.digest = digest;
        this.body = body;
    }

    String source() {
        return source;
    }

    /** As it was fetched, not checked. */
    String address() {
        return address;
    }

    Instant capturedAt() {
        return capturedAt;
    }

    /** The header, verbatim. */
    Optional<String> contentType() {
        return contentType;
    }

    /** Of the body, with its algorithm. */
    String digest() {
        return digest;
    }

    /** Not to be changed. */
    byte[] body() {
        return body;
    }
}
