package org.unlisted.crawl.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.unlisted.crawl.capture.Exchange;

/** What came of asking for an address. */
public sealed interface FetchOutcome {

    /**
     * An answer of any status that is none of the others. The body of a page or sitemap is marked truncated where it was
     * longer than the cap, and also where it broke off after its first bytes.
     */
    record Answered(Exchange exchange) implements FetchOutcome {}

    /** What was known is still so (304): headers, and no body. */
    record NotModified(Exchange exchange) implements FetchOutcome {}

    /** The server points elsewhere; nobody followed. */
    record Redirected(int status, URI target) implements FetchOutcome {}

    /** The answer is a picture, nobody asked for one, and its bytes were not read. */
    record UnaskedPicture() implements FetchOutcome {}

    /** The address guard refused, or the answer leads to what is not the web. */
    record Blocked(String reason) implements FetchOutcome {}

    /**
     * The host asked to be left alone (429 or 503), now or a while ago; in the second case nobody was asked.
     *
     * @param until  when it may be asked again
     * @param answer what it answered, where it was asked: a challenge to a crawler may come with such a status
     */
    record Busy(Instant until, String reason, Optional<Exchange> answer) implements FetchOutcome {}

    /** No answer, or none that can be read. */
    record Failed(Cause cause, String reason) implements FetchOutcome {
        /** Why a call failed. */
        public enum Cause { TIMEOUT, UNREACHABLE, BROKEN, CERTIFICATE }
    }
}
