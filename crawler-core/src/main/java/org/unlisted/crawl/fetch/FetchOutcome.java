package org.unlisted.crawl.fetch;

import java.net.URI;
import org.unlisted.crawl.capture.Exchange;

/** What came of asking for an address. */
public sealed interface FetchOutcome {

    /** An answer of any status but a redirect. */
    record Answered(Exchange exchange) implements FetchOutcome {}

    record NotModified(Exchange exchange) implements FetchOutcome {}
    record Busy(java.time.Instant until, String reason) implements FetchOutcome {}
    /** The server points elsewhere; nobody followed. */
    record Redirected(int status, URI target) implements FetchOutcome {}

    /** The answer is a picture, nobody asked for one, and its bytes were not read. */
    record UnaskedPicture() implements FetchOutcome {}

    /** The address guard refused. */
    record Blocked(String reason) implements FetchOutcome {}

    /** No answer. */
    record Failed(Cause cause, String reason) implements FetchOutcome {
        /** Why a call failed. */
        public enum Cause { TIMEOUT, UNREACHABLE, BROKEN, CERTIFICATE }
    }
}
