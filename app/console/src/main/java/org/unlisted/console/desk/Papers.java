package org.unlisted.console.desk;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import org.unlisted.takedown.cases.Case;

/**
 * A confirmed case and the files that were written for it.
 *
 * @param packet evidence, a zip
 * @param notice UTF-8 text
 */
public record Papers(Case confirmed, Path packet, Path notice) {
    public Papers {
        requireNonNull(confirmed, "confirmed");
        requireNonNull(packet, "packet");
        requireNonNull(notice, "notice");
    }
}
