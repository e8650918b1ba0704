package org.unlisted.crawl.fetch;

import java.util.Optional;
import java.util.regex.Pattern;
import org.unlisted.crawl.capture.Exchange;

/**
 * What an answer said about its version, to be sent back with the next question (RFC 9110 section 8.8).
 *
 * @param etag         an entity tag with its quotes, weak or strong, at most 512 characters
 * @param lastModified a date as the server wrote it
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
    private static final Pattern ETAG = Pattern.compile("(?:W/)?\"[!#-~]{0,508}\""); // RFC 9110 8.8.3, ASCII only
    private static final Pattern DATE = Pattern.compile("[A-Za-z0-9 ,:+-]{1,64}");

    public Validators {
        if (etag.isPresent() && !ETAG.matcher(etag.get()).matches())
            throw new IllegalArgumentException("not an entity tag");
        if (lastModified.isPresent() && !DATE.matcher(lastModified.get()).matches())
            throw new IllegalArgumentException("not a date");
    }

    /** Those of an answer; what could not be sent back in a header is left out. */
    public static Validators of(Exchange exchange) {
        return new Validators(
                ResponseHeaders.first(exchange, "ETag").filter(e -> ETAG.matcher(e).matches()),
                ResponseHeaders.first(exchange, "Last-Modified").filter(d -> DATE.matcher(d).matches()));
    }

    /** Neither is known: the question is an ordinary one. */
    public boolean isEmpty() {
        return etag.isEmpty() && lastModified.isEmpty();
    }
}
