package org.unlisted.sweep.bundle;

import static java.util.Objects.requireNonNull;

/**
 * Something of a bundle that is not looked at. The rest is.
 *
 * @param name   where it lies, safe to show
 * @param reason a word of {@link org.unlisted.sweep.protocol.SweepEvent.Skipped#REASONS}
 * @param detail a sentence for people
 */
public record Refused(String name, String reason, String detail) {
    public Refused {
        requireNonNull(name, "name");
        requireNonNull(reason, "reason");
        requireNonNull(detail, "detail");
    }
}
