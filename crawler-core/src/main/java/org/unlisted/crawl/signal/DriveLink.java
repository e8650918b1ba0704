package org.unlisted.crawl.signal;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A share on a cloud drive: where the goods are handed over.
 *
 * @param service a word for the drive, such as {@code baidu} or {@code mega}; all its hosts share it
 * @param share   the drive's own id of the share, or the path; in the letter case that the link needs
 * @param code    the extraction code that was posted with it
 * @param start   of the share's path in the original text, UTF-16 units
 * @param end     exclusive
 */
public record DriveLink(String service, String share, Optional<String> code, int start, int end) {

    public DriveLink {
        requireNonNull(service, "service");
        requireNonNull(code, "code");
        if (share.isEmpty()) throw new IllegalArgumentException("an empty share of " + service);
        if (start < 0 || end <= start) throw new IllegalArgumentException("bad span: " + start + ".." + end);
    }

    /** The same for every spelling of one share. */
    public String canonical() {
        return service + ":" + share;
    }

    /** Without share and code: leaked photos may lie there. */
    @Override
    public String toString() {
        return "DriveLink[" + service + " " + start + ".." + end + "]";
    }
}
